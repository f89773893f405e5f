using System.Collections.Immutable;
using System.Text;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Host.Replaying;
using Workflow.Host.Wording;
using static Workflow.Host.Wording.Html;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.CaseFiles;

/// <summary>Writes a case file as one page ready for print: cover, index, main file, side file, periods, and how to verify it.</summary>
public static class CaseFileHtml
{
    /// <summary>Returns the page.</summary>
    /// <param name="recorded">The case.</param>
    /// <param name="file">Its papers in order.</param>
    /// <param name="head">The hash of its last entry.</param>
    /// <param name="words">The language.</param>
    public static string Write(RecordedCase recorded, CaseFile file, string head, Words words)
    {
        var page = new StringBuilder();
        var title = words.Say("file.title", recorded.State.Number);
        page.Append(
            $"<!doctype html>\n<html lang=\"{words.Tag}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{Safe(title)}</title>\n<style>\n{CaseFileStyle.For(title, words)}\n</style>\n</head>\n<body data-m=\"{Safe(words["file.folio.main"])}\" data-s=\"{Safe(words["file.folio.side"])}\">\n<h1>{Safe(title)}</h1>\n"
        );
        Table(page, words["file.cover.columns"], Cover(recorded, file, words));
        var all = Numbered(file.Main, "m", 1).Concat(Numbered(file.Side, "s", 1)).ToList();
        Index(page, all, words);
        Papers(page, words["file.main"], all.Where(p => p.Mark == "m"), words);
        Papers(page, words["file.side"], all.Where(p => p.Mark == "s"), words);
        Files(page, recorded, words);
        page.Append($"<h2>{Safe(words["file.clocks"])}</h2>\n");
        Table(
            page,
            words["file.clocks.columns"],
            recorded.State.Clocks.Values.Select(c =>
                (string[])
                    [
                        recorded.Names(words.Language).Clock(c.Id),
                        Lines.Day(c.StartDay),
                        Lines.Day(c.DueOn),
                        words[$"clock.{c.Status}"],
                        Lines.Day(c.EndedOn),
                    ]
            )
        );
        page.Append(
            $"<h2>{Safe(words["file.proof"])}</h2>\n<p>{Safe(words.Say("file.proof.words", recorded.Entries.Length, LedgerEntry.CurrentRules))}</p>\n<p><code>{Safe(head)}</code></p>\n<p><code>{Safe(words["file.proof.command"])}</code></p>\n"
        );
        page.Append($"<script>\n{CaseFilePages.Script}\n</script>\n");
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static IEnumerable<string[]> Cover(RecordedCase recorded, CaseFile file, Words words)
    {
        var (state, closed, kept) = (
            recorded.State,
            recorded.Entries.SelectMany(e => e.Events).OfType<CaseClosed>().LastOrDefault(),
            recorded.Process.Definition.Retention
        );
        yield return [words["file.cover.process"], words.Title(recorded.Process.Definition.Title)];
        yield return [words["file.cover.item"], $"{recorded.Process.Definition.Item.Type} {recorded.Process.Definition.Item.Code}"];
        yield return [words["file.cover.parties"], string.Join("、", state.Parties.Select(p => p.Name))];
        yield return [words["file.cover.lodged"], Lines.Day(state.LodgedOn)];
        yield return [words["file.cover.result"], words.End(recorded.Process.Definition, state.Result) ?? words["file.no-result"]];
        yield return [words["file.cover.closed"], closed is null ? words["file.open"] : Lines.Day(closed.On)];
        yield return [words["file.cover.class"], kept.Years is { } years ? words.Say("file.years", years) : words["file.permanent"]];
        yield return
        [
            words["file.cover.kept"],
            closed is null ? ""
            : closed.KeepUntil is { } until ? Lines.Day(until)
            : words["file.permanent"],
        ];
        yield return
        [
            words["file.cover.papers"],
            words.Say("file.counts", file.Main.Sum(s => s.Papers.Length), file.Side.Sum(s => s.Papers.Length), state.Files.Length),
        ];
        yield return [words["file.cover.order"], file.Basis];
    }

    private static void Index(StringBuilder page, IEnumerable<NumberedPaper> papers, Words words)
    {
        page.Append($"<h2>{Safe(words["file.index"])}</h2>\n");
        Begin(page, words["file.index.columns"]);
        foreach (var p in papers)
            page.Append(
                $"<tr><td>{Safe(words[p.Mark == "m" ? "file.main" : "file.side"])} {p.Number}</td><td>{Safe(words[$"file.place.{p.Place}"])}</td><td><a href=\"#{p.Mark}{p.Number}\">{Safe(p.Paper.Title)}</a></td><td class=\"n\">{Lines.Day(p.Paper.On)}</td><td class=\"n\" id=\"at-{p.Mark}{p.Number}\"></td></tr>\n"
            );
        page.Append("</tbody>\n</table>\n");
    }

    private static void Papers(StringBuilder page, string title, IEnumerable<NumberedPaper> papers, Words words)
    {
        page.Append($"<h2>{Safe(title)}</h2>\n");
        foreach (var place in papers.GroupBy(p => p.Place))
        {
            page.Append($"<h3>{Safe(words[$"file.place.{place.Key}"])}</h3>\n");
            foreach (var p in place)
            {
                var isVoid = p.Paper.Void is { } reason ? $" <span class=\"void\">{Safe(words.Say("file.void", reason))}</span>" : "";
                page.Append(
                    $"<article id=\"{p.Mark}{p.Number}\">\n<h4>{p.Number}. {Safe(p.Paper.Title)} {Lines.Day(p.Paper.On)}{isVoid}</h4>\n<pre>{Safe(p.Paper.Text)}</pre>\n</article>\n"
                );
            }
        }
    }

    private static void Files(StringBuilder page, RecordedCase recorded, Words words)
    {
        if (recorded.State.Files.IsEmpty)
            return;
        page.Append($"<h2>{Safe(words["file.files"])}</h2>\n");
        Table(
            page,
            words["file.files.columns"],
            recorded.State.Files.Select((f, i) => (string[])[$"{i + 1}", f.Name, $"{f.Size}", f.Sha256, $"attachments/{f.Sha256}"])
        );
    }

    private static void Table(StringBuilder page, string columns, IEnumerable<string[]> rows)
    {
        Begin(page, columns);
        foreach (var row in rows)
            page.Append($"<tr>{Cells("td", row)}</tr>\n");
        page.Append("</tbody>\n</table>\n");
    }

    // Heads in a head of their own are repeated on each printed page.
    private static void Begin(StringBuilder page, string columns) =>
        page.Append($"<table>\n<thead><tr>{Cells("th", columns.Split('|'))}</tr></thead>\n<tbody>\n");

    private static IEnumerable<NumberedPaper> Numbered(ImmutableArray<CaseFileSection> sections, string mark, int first)
    {
        foreach (var section in sections)
        foreach (var paper in section.Papers)
            yield return new NumberedPaper(mark, first++, section.Place, paper);
    }

    private sealed record NumberedPaper(string Mark, int Number, string Place, CaseFilePaper Paper);
}

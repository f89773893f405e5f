using System.Collections.Immutable;
using System.Text;
using Workflow.Engine.Cases;
using Workflow.Engine.Evidence;
using static Workflow.Host.Wording.Html;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.Evidence;

/// <summary>Writes a case file as one page ready for print: cover, index, main file, side file, periods, and how to verify it.</summary>
public static class CaseFileHtml
{
    private const string Style =
        """
        body { font: 16px/1.7 "Noto Serif CJK SC", "SimSun", serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem; color: #111 }
        h1 { text-align: center; font-size: 1.6rem } h2 { font-size: 1.2rem; border-bottom: 1px solid #111; margin-top: 2.5rem } h3 { font-size: 1rem }
        table { border-collapse: collapse; width: 100% } th, td { border: 1px solid #666; padding: .3rem .6rem; text-align: left; vertical-align: top }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 0 } .void { color: #a40000 } code { overflow-wrap: anywhere }
        @media print { body { margin: 0; max-width: none } h2, section { break-before: page } section:first-of-type { break-before: avoid } }
        """;

    /// <summary>Returns the page.</summary>
    /// <param name="recorded">The case.</param>
    /// <param name="file">Its papers in order.</param>
    /// <param name="head">The hash of its last entry.</param>
    /// <param name="words">The language.</param>
    public static string Write(RecordedCase recorded, CaseFile file, string head, Words words)
    {
        var page = new StringBuilder();
        var title = words.Say("file.title", recorded.State.Number);
        page.Append($"<!doctype html>\n<html lang=\"{words.Language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{Safe(title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>{Safe(title)}</h1>\n");
        Table(page, words["file.cover.columns"], Cover(recorded, words));
        Index(page, file, words);
        Papers(page, words["file.main"], "m", file.Main, words);
        Papers(page, words["file.side"], "s", file.Side, words);
        page.Append($"<h2>{Safe(words["file.clocks"])}</h2>\n");
        Table(page, words["file.clocks.columns"], recorded.State.Clocks.Values.Select(c => (string[])
            [recorded.Words.Clock(c.Id), Lines.Day(c.StartDay), Lines.Day(c.DueOn), words[$"clock.{c.Status}"], Lines.Day(c.EndedOn)]));
        page.Append($"<h2>{Safe(words["file.proof"])}</h2>\n<p>{Safe(words.Say("file.proof.words", recorded.Entries.Length, LedgerEntry.CurrentRules))}</p>\n<p><code>{Safe(head)}</code></p>\n<p><code>{Safe(words["file.proof.command"])}</code></p>\n");
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static IEnumerable<string[]> Cover(RecordedCase recorded, Words words)
    {
        var (state, closed) = (recorded.State, recorded.Entries.SelectMany(e => e.Events).OfType<CaseClosed>().LastOrDefault());
        yield return [words["file.cover.process"], words.Title(recorded.Process.Definition.Title)];
        yield return [words["file.cover.parties"], string.Join("、", state.Parties.Select(p => p.Name))];
        yield return [words["file.cover.lodged"], Lines.Day(state.LodgedOn)];
        yield return [words["file.cover.result"], state.Result ?? words["file.no-result"]];
        yield return [words["file.cover.closed"], closed is null ? words["file.open"] : Lines.Day(closed.On)];
        yield return [words["file.cover.kept"], closed is null ? "" : closed.KeepUntil is { } until ? Lines.Day(until) : words["file.permanent"]];
    }

    private static void Index(StringBuilder page, CaseFile file, Words words)
    {
        page.Append($"<h2>{Safe(words["file.index"])}</h2>\n<table>\n<tr>{Cells("th", words["file.index.columns"].Split('|'))}</tr>\n");
        foreach (var (mark, papers) in new[] { ("m", file.Main), ("s", file.Side) })
            for (var i = 0; i < papers.Length; i++)
                page.Append($"<tr><td>{Safe(words[mark == "m" ? "file.main" : "file.side"])} {i + 1}</td><td><a href=\"#{mark}{i + 1}\">{Safe(papers[i].Title)}</a></td><td>{Lines.Day(papers[i].On)}</td></tr>\n");
        page.Append("</table>\n");
    }

    private static void Papers(StringBuilder page, string title, string mark, ImmutableArray<CaseFilePaper> papers, Words words)
    {
        page.Append($"<h2>{Safe(title)}</h2>\n");
        for (var i = 0; i < papers.Length; i++)
        {
            var isVoid = papers[i].Void is { } reason ? $" <span class=\"void\">{Safe(words.Say("file.void", reason))}</span>" : "";
            page.Append($"<h3 id=\"{mark}{i + 1}\">{i + 1}. {Safe(papers[i].Title)} {Lines.Day(papers[i].On)}{isVoid}</h3>\n<pre>{Safe(papers[i].Text)}</pre>\n");
        }
    }

    private static void Table(StringBuilder page, string columns, IEnumerable<string[]> rows)
    {
        page.Append($"<table>\n<tr>{Cells("th", columns.Split('|'))}</tr>\n");
        foreach (var row in rows) page.Append($"<tr>{Cells("td", row)}</tr>\n");
        page.Append("</table>\n");
    }
}

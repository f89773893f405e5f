using System.Collections.Immutable;
using System.Text;
using Workflow.Engine.Record.Values;
using Workflow.Host.Replaying;
using Workflow.Host.Wording;
using static Workflow.Host.Wording.Html;

namespace Workflow.Host.CaseFiles;

/// <summary>Writes a case file as one page ready for print: cover, index, main file, side file, periods, and how to verify it.</summary>
public sealed class CaseFileHtml
{
    private readonly StringBuilder _page = new();
    private readonly RecordedCase _case;
    private readonly Words _words;

    private CaseFileHtml(RecordedCase recorded, Words words) => (_case, _words) = (recorded, words);

    /// <summary>Returns the page.</summary>
    /// <param name="recorded">The case.</param>
    /// <param name="file">Its papers in order.</param>
    /// <param name="head">The hash of its last entry.</param>
    /// <param name="words">The language.</param>
    public static string Write(RecordedCase recorded, CaseFile file, string head, Words words)
    {
        var html = new CaseFileHtml(recorded, words);
        html.Begin();
        html.Table("file.cover.columns", CaseFileCover.Rows(recorded, file, words));
        html.Papers([.. Numbered(file.Main, "m"), .. Numbered(file.Side, "s")]);
        html.Files();
        html.Clocks();
        html.Proof(head);
        return html._page.Append($"<script>\n{CaseFilePages.Script}\n</script>\n</body>\n</html>\n").ToString();
    }

    private void Begin()
    {
        var title = _words.Say("file.title", _case.State.Number);
        _page.Append($"<!doctype html>\n<html lang=\"{_words.Tag}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{Safe(title)}</title>\n");
        _page.Append($"<style>\n{CaseFileStyle.For(title, _words)}\n</style>\n</head>\n");
        _page.Append($"<body data-m=\"{Said("file.folio.main")}\" data-s=\"{Said("file.folio.side")}\">\n<h1>{Safe(title)}</h1>\n");
    }

    private void Papers(IReadOnlyList<NumberedPaper> all)
    {
        Index(all);
        Papers("file.main", all, "m");
        Papers("file.side", all, "s");
    }

    private void Index(IEnumerable<NumberedPaper> papers)
    {
        Head("file.index");
        Table("file.index.columns", papers.Select(Indexed));
    }

    private string Indexed(NumberedPaper p) =>
        $"<td>{Said(p.Mark == "m" ? "file.main" : "file.side")} {p.Number}</td>"
        + $"<td>{Said($"file.place.{p.Place}")}</td>"
        + $"<td><a href=\"#{p.Id}\">{Safe(p.Paper.Title)}</a></td>"
        + $"<td class=\"n\">{Lines.Day(p.Paper.On)}</td>"
        + $"<td class=\"n\" id=\"at-{p.Id}\"></td>";

    private void Papers(string title, IEnumerable<NumberedPaper> all, string mark)
    {
        Head(title);
        foreach (var place in all.Where(p => p.Mark == mark).GroupBy(p => p.Place))
            Write(place);
    }

    private void Write(IGrouping<string, NumberedPaper> place)
    {
        _page.Append($"<h3>{Said($"file.place.{place.Key}")}</h3>\n");
        foreach (var paper in place)
            Write(paper);
    }

    private void Write(NumberedPaper p)
    {
        var isVoid = p.Paper.Void is { } reason ? $" <span class=\"void\">{Safe(_words.Say("file.void", reason))}</span>" : "";
        _page.Append($"<article id=\"{p.Id}\">\n<h4>{p.Number}. {Safe(p.Paper.Title)} {Lines.Day(p.Paper.On)}{isVoid}</h4>\n");
        _page.Append($"<pre>{Safe(p.Paper.Text)}</pre>\n</article>\n");
    }

    private void Files()
    {
        if (_case.State.Files.IsEmpty)
            return;
        Head("file.files");
        Table(
            "file.files.columns",
            _case.State.Files.Select((f, i) => (string[])[$"{i + 1}", f.Name, $"{f.Size}", f.Sha256, $"attachments/{f.Sha256}"])
        );
    }

    private void Clocks()
    {
        Head("file.clocks");
        Table("file.clocks.columns", _case.State.Clocks.Values.Select(Row));
    }

    private string[] Row(ClockState clock) =>
        [
            _case.Names(_words.Language).Clock(clock.Id),
            Lines.Day(clock.StartDay),
            $"{Lines.Day(clock.DueOn)}{(clock is { IsOpen: true, Provisional: true } ? _words["replay.provisional"] : "")}",
            _words[$"clock.{clock.Status}"],
            Lines.Day(clock.EndedOn),
        ];

    private void Proof(string head)
    {
        Head("file.proof");
        _page.Append($"<p>{Safe(_words.Say("file.proof.words", _case.Entries.Length, RulesVersion.Current))}</p>\n");
        _page.Append($"<p><code>{Safe(head)}</code></p>\n<p><code>{Said("file.proof.command")}</code></p>\n");
    }

    private void Head(string key) => _page.Append($"<h2>{Said(key)}</h2>\n");

    private void Table(string columns, IEnumerable<string[]> rows) => Table(columns, rows.Select(row => Cells("td", row)));

    private void Table(string columns, IEnumerable<string> rows)
    {
        BeginTable(columns);
        foreach (var row in rows)
            _page.Append($"<tr>{row}</tr>\n");
        EndTable();
    }

    // Heads in a head of their own are repeated on each printed page.
    private void BeginTable(string columns) =>
        _page.Append($"<table>\n<thead><tr>{Cells("th", _words[columns].Split('|'))}</tr></thead>\n<tbody>\n");

    private void EndTable() => _page.Append("</tbody>\n</table>\n");

    private string Said(string key) => Safe(_words[key]);

    private static IEnumerable<NumberedPaper> Numbered(ImmutableArray<CaseFileSection> sections, string mark) =>
        sections
            .SelectMany(s => s.Papers.Select(p => (s.Place, Paper: p)))
            .Select((p, i) => new NumberedPaper(mark, i + 1, p.Place, p.Paper));

    private sealed record NumberedPaper(string Mark, int Number, string Place, CaseFilePaper Paper)
    {
        internal string Id => $"{Mark}{Number}";
    }
}

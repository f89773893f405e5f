using System.Text;
using Workflow.Host.Wording;
using static Workflow.Host.Wording.Html;

namespace Workflow.Host.WhatIf;

/// <summary>Writes what an alternative changes as one page that needs nothing but a browser: no script, nothing from elsewhere.</summary>
public static class WhatIfHtml
{
    private const string Letters = """font: 16px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;""";
    private const string Page = "margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #222";
    private const string Cell = "border: 1px solid #ccc; padding: .3rem .6rem; text-align: left; vertical-align: top";
    private const string Worse = "tr.worse td:last-child { color: #a40000; font-weight: bold }";
    private const string Better = "tr.better td:last-child { color: #1a6b1a; font-weight: bold }";

    private const string Style = $$"""
        body { {{Letters}} {{Page}} }
        h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2rem }
        table { border-collapse: collapse; width: 100% } th, td { {{Cell}} }
        th { background: #f3f3f3 } {{Worse}} {{Better}}
        @media print { body { margin: 0; max-width: none } }
        """;

    public static string Write(WhatIfReport report, Words words)
    {
        var page = new StringBuilder();
        Begin(page, Safe(words["whatif.title"]), words.Tag);
        foreach (var line in WhatIfText.Head(report, words).Append(words["whatif.note"]))
            page.Append($"<p>{Safe(line)}</p>\n");
        foreach (var (kind, rows) in new WhatIfRows(report, words).All)
            Table(page, words, kind, rows);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Begin(StringBuilder page, string title, string language)
    {
        page.Append($"<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n");
        page.Append($"<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>{title}</h1>\n");
    }

    private static void Table(StringBuilder page, Words words, string kind, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        var (title, columns) = (words[$"whatif.{kind}"], words[$"whatif.{kind}.columns"]);
        page.Append($"<h2>{Safe(title)}</h2>\n<table>\n<tr>{Cells("th", columns.Split('|'))}</tr>\n");
        foreach (var row in all)
            page.Append($"<tr{Class(row[^1], words)}>{Cells("td", row)}</tr>\n");
        page.Append("</table>\n");
    }

    private static string Class(string last, Words words) =>
        last == words["whatif.newly-late"] ? " class=\"worse\""
        : last == words["whatif.no-longer-late"] ? " class=\"better\""
        : "";
}

using System.Collections.Immutable;
using System.Text;
using static Workflow.Host.Wording.Html;

namespace Workflow.Host.Mining.Reports;

/// <summary>Writes a report as one HTML file that needs nothing beside it. Everything that came from outside is escaped.</summary>
public static class ReportHtml
{
    private const string Letters = """font: 15px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;""";
    private const string Paper = "margin: 2rem auto; max-width: 74rem; padding: 0 1.5rem; color: #1c2733; background: #fff;";

    private const string Style = $$"""
        :root { color-scheme: light; }
        body { {{Letters}} {{Paper}} }
        h1 { font-size: 1.6rem; margin-bottom: .4rem; }
        h2 { font-size: 1.1rem; margin: 2rem 0 .3rem; border-bottom: 2px solid #d8e0e8; padding-bottom: .2rem; }
        p { margin: .15rem 0; color: #4a5a6a; }
        table { border-collapse: collapse; margin-top: .5rem; display: block; overflow-x: auto; }
        th, td { padding: .25rem .8rem .25rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #edf1f5; }
        th { font-weight: 600; color: #4a5a6a; }
        .n { text-align: right; font-variant-numeric: tabular-nums; white-space: pre; }
        figure { margin: 1rem 0; }
        figcaption { color: #4a5a6a; font-size: .9rem; }
        svg { width: 100%; height: auto; }
        """;

    /// <summary>Returns the file's text.</summary>
    /// <param name="report">The report.</param>
    /// <param name="language">Its language, <c>zh</c> or <c>en</c>.</param>
    public static string Write(Report report, string language)
    {
        var html = new StringBuilder();
        html.Append($"<!doctype html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n");
        html.Append($"<meta name=\"viewport\" content=\"width=device-width\">\n<title>{Safe(report.Title)}</title>\n");
        html.Append($"<style>\n{Style}\n</style>\n");
        Write(html, report);
        return html.Append("</html>\n").ToString();
    }

    private static void Write(StringBuilder html, Report report)
    {
        html.Append($"<h1>{Safe(report.Title)}</h1>\n");
        foreach (var line in report.Lead)
            html.Append($"<p>{Safe(line)}</p>\n");
        foreach (var figure in report.Figures)
            html.Append($"<figure>\n{figure.Svg}<figcaption>{Safe(figure.Caption)}</figcaption>\n</figure>\n");
        foreach (var table in report.Tables)
            Write(html, table);
        foreach (var section in report.Sections)
            Write(html, section);
    }

    private static void Write(StringBuilder html, ReportTable table)
    {
        html.Append($"<h2>{Safe(table.Title)}</h2>\n");
        if (table.Note is { } note)
            html.Append($"<p>{Safe(note)}</p>\n");
        html.Append("<table>\n");
        if (table.Heads.Any(h => h.Length > 0))
            Row(html, table, table.Heads, "th");
        foreach (var row in table.Rows)
            Row(html, table, row, "td");
        html.Append("</table>\n");
    }

    private static void Row(StringBuilder html, ReportTable table, ImmutableArray<string> cells, string tag)
    {
        html.Append("<tr>");
        for (var i = 0; i < cells.Length; i++)
            html.Append($"<{tag}{(table.IsFigures(i) ? " class=\"n\"" : "")}>{Safe(cells[i])}</{tag}>");
        html.Append("</tr>\n");
    }
}

using System.Collections.Immutable;
using System.Text;

namespace Workflow.Host.Mining.Reports;

/// <summary>Prints a report in columns. The same report always gives the same text.</summary>
public static class ReportText
{
    /// <summary>Returns the text, each line ended by a line feed.</summary>
    public static string Write(Report report)
    {
        var text = new StringBuilder();
        Line(text, report.Title);
        foreach (var line in report.Lead)
            Line(text, line);
        foreach (var table in report.Tables)
            Write(text, table);
        foreach (var section in report.Sections)
            text.Append("\n\n").Append(Write(section));
        return text.ToString();
    }

    private static List<int> Widths(ReportTable table) =>
        [.. table.Heads.Select((_, i) => table.Rows.Append(table.Heads).Max(r => Width(r[i])))];

    private static void Write(StringBuilder text, ReportTable table)
    {
        Line(text, "");
        Line(text, table.Title);
        if (table.Note is { } note)
            Line(text, $"  {note}");
        var widths = Widths(table);
        if (table.Heads.Any(h => h.Length > 0))
            Row(text, table, table.Heads, widths);
        foreach (var row in table.Rows)
            Row(text, table, row, widths);
    }

    private static void Row(StringBuilder text, ReportTable table, ImmutableArray<string> cells, List<int> widths)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            var space = new string(' ', widths[i] - Width(cells[i]));
            line.Append("  ").Append(table.IsFigures(i) ? space + cells[i] : cells[i] + space);
        }

        Line(text, line.ToString().TrimEnd());
    }

    // A Chinese character takes the room of two letters where columns are read.
    private static int Width(string cell) => cell.Sum(c => c >= 0x2E80 && c is not (>= '\uD800' and <= '\uDFFF') ? 2 : 1);

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}

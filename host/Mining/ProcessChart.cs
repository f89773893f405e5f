using System.Globalization;
using System.Text;
using Workflow.Engine.Statistics;
using Workflow.Host.Wording;

namespace Workflow.Host.Mining;

/// <summary>Draws each process as a bar: concluded in time, concluded late, concluded without a clock, withdrawn, pending.</summary>
public static class ProcessChart
{
    private const int Width = 1000;
    private const int Left = 230;
    private const int Row = 34;
    private const int Top = 40;
    private const int LegendStep = 150;

    private static readonly (string Key, string Colour)[] Parts =
    [
        ("stats.on-time", "#3b8f6b"),
        ("stats.late", "#c2543d"),
        ("stats.untimed", "#28527a"),
        ("stats.withdrawn", "#d9a441"),
        ("stats.pending", "#a9b6c2"),
    ];

    /// <summary>Returns the drawing as SVG.</summary>
    public static string Draw(LedgerCounts counts, Words words)
    {
        var most = Math.Max(1, counts.ByProcess.Values.Select(c => c.Workload).DefaultIfEmpty().Max());
        var svg = new StringBuilder(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Top + Math.Max(1, counts.ByProcess.Count) * Row}\" role=\"img\" aria-label=\"{Html.Safe(words["stats.title"])}\" font-family=\"sans-serif\" font-size=\"13\">\n"
        );
        for (var i = 0; i < Parts.Length; i++)
            svg.Append(
                $"<rect x=\"{Left + i * LegendStep}\" y=\"8\" width=\"14\" height=\"14\" fill=\"{Parts[i].Colour}\"/><text x=\"{Left + 20 + i * LegendStep}\" y=\"20\">{Html.Safe(words[Parts[i].Key])}</text>\n"
            );
        var y = Top;
        foreach (var (process, c) in counts.ByProcess)
        {
            Bar(svg, process, c, most, y);
            y += Row;
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Bar(StringBuilder svg, string process, CaseCounts c, long most, int y)
    {
        svg.Append($"<text x=\"{Left - 10}\" y=\"{y + 16}\" text-anchor=\"end\">{Html.Safe(process)}</text>\n");
        var x = (double)Left;
        foreach (var (count, colour) in new[] { c.OnTime, c.Late, c.Untimed, c.Withdrawn, c.Pending }.Zip(Parts.Select(p => p.Colour)))
        {
            var wide = (Width - Left - 60) * (double)count / most;
            svg.Append($"<rect x=\"{Number(x)}\" y=\"{y}\" width=\"{Number(wide)}\" height=\"22\" fill=\"{colour}\"/>\n");
            x += wide;
        }

        svg.Append($"<text x=\"{Number(x + 8)}\" y=\"{y + 16}\">{c.Workload}</text>\n");
    }

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}

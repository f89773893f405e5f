using Workflow.Engine.Statistics;
using Workflow.Host.Mining.Reports;
using Workflow.Host.Wording;

namespace Workflow.Host.Mining;

/// <summary>Draws each process as a bar: concluded in time, concluded late, concluded without a clock, withdrawn, pending.</summary>
public static class ProcessChart
{
    private const int Left = 230;
    private static readonly Legend Legend = new(Left, 8, 150);

    private static readonly (string Key, string Colour)[] Parts =
    [
        ("stats.on-time", "#3b8f6b"),
        ("stats.late", "#c2543d"),
        ("stats.untimed", "#28527a"),
        ("stats.withdrawn", "#d9a441"),
        ("stats.pending", "#a9b6c2"),
    ];

    /// <summary>Returns the drawing as SVG.</summary>
    public static string Of(LedgerCounts counts, Words words)
    {
        var most = Math.Max(1, counts.ByProcess.Values.Select(c => c.Workload).DefaultIfEmpty().Max());
        var svg = new Svg((StackedBars.Width, StackedBars.Height(Math.Max(1, counts.ByProcess.Count))), words["stats.title"], 13);
        svg.Put(Legend, Parts, words);
        var bars = new StackedBars(svg, Left, most);
        foreach (var (process, c) in counts.ByProcess)
            bars.Add(process, c.Workload, Counts(c).Zip(Parts.Select(p => p.Colour)));
        return svg.ToString();
    }

    // Kept in the order of the parts.
    private static long[] Counts(CaseCounts c) => [c.OnTime, c.Late, c.Untimed, c.Withdrawn, c.Pending];
}

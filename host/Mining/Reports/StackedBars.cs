namespace Workflow.Host.Mining.Reports;

/// <summary>Bars of coloured parts, one below the other, each with its name before and its number after it.</summary>
/// <param name="svg">The drawing.</param>
/// <param name="left">Where the bars begin.</param>
/// <param name="most">What the longest stands for; at least 1.</param>
internal sealed class StackedBars(Svg svg, int left, long most)
{
    internal const int Width = 1000;

    private const int Row = 34;
    private const int Top = 40;
    private const int Thick = 22;

    // Leaves room for the number after the longest bar.
    private const int Right = 60;

    private int _y = Top;

    /// <summary>How high a drawing is that has so many bars below its legend.</summary>
    internal static int Height(int bars) => Top + bars * Row;

    internal void Add(string name, long total, params IEnumerable<(long Count, string Colour)> parts)
    {
        svg.Put(Svg.Text((left - 10, _y + 16), name, Svg.AtEnd));
        var x = (double)left;
        foreach (var (count, colour) in parts)
        {
            var wide = (Width - left - Right) * (double)count / most;
            svg.Put(Svg.Rect((x, _y), (wide, Thick), colour));
            x += wide;
        }

        svg.Put(Svg.Text((x + 8, _y + 16), $"{total}"));
        _y += Row;
    }
}

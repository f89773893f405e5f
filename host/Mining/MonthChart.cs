using System.Globalization;
using Workflow.Host.Mining.Reports;
using Workflow.Host.Wording;
using Workflow.Mining.Conforming;

namespace Workflow.Host.Mining;

/// <summary>Draws the months of a log: what came in and what became of it as bars, the median of the days taken as a line.</summary>
public sealed class MonthChart
{
    private const int Width = 1000;
    private const int Height = 340;
    private const int Left = 50;
    private const int Right = 50;
    private const int Top = 40;
    private const int Bottom = 40;
    private const int Lines = 4;

    private const string Dark = "#1c2733";
    private const string Grey = "#4a5a6a";
    private const string Blue = "#28527a";
    private static readonly Legend Legend = new(Left, 10, 190, Svg.Fill(Dark));

    private static readonly (string Key, string Colour)[] Parts =
    [
        ("conform.on-time", "#3b8f6b"),
        ("conform.late", "#c2543d"),
        ("conform.unfinished", "#a9b6c2"),
    ];

    private readonly IEnumerable<KeyValuePair<DateOnly, MonthSum>> _months;
    private readonly Svg _svg;
    private readonly double _step;
    private readonly long _most;
    private readonly int _longest;

    private MonthChart(ConformanceSum sum, Svg svg)
    {
        (_months, _svg) = (sum.Months, svg);
        _step = (double)(Width - Left - Right) / sum.Months.Count;
        _most = Round(sum.Months.Values.Max(m => m.Begun));
        _longest = (int)Round(sum.Months.Values.Max(m => m.Days.Percentile(50) ?? 0));
    }

    /// <summary>Returns the drawing as SVG; null for a log without months.</summary>
    public static string? Of(ConformanceSum sum, Words words)
    {
        if (sum.Months.Count == 0)
            return null;
        var svg = new Svg((Width, Height), words["conform.section.months"], 12);
        var chart = new MonthChart(sum, svg);
        chart.Axes();
        chart.Months();
        chart.Medians();
        svg.Put(Legend, Parts, words);
        MeaningOfLine(svg, words["conform.median"]);
        return svg.ToString();
    }

    private void Axes()
    {
        for (var i = 0; i <= Lines; i++)
        {
            var y = Y(i, Lines);
            _svg.Put($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Svg.Number(y)}\" y2=\"{Svg.Number(y)}\" stroke=\"#e3e9ef\"/>");
            _svg.Put(Svg.Text((Left - 8, y), Mark(_most, i), Lowered + Svg.AtEnd + Svg.Fill(Grey)));
            _svg.Put(Svg.Text((Width - Right + 8, y), Mark(_longest, i), Lowered + Svg.Fill(Blue)));
        }
    }

    // A number stands beside its line and not on it.
    private const string Lowered = " dy=\"4\"";

    private static string Mark(long most, int line) => Svg.Number(most * (double)line / Lines);

    private void Months()
    {
        foreach (var (place, (month, of)) in _months.Index())
        {
            var x = Left + _step * place;
            Bar(x, of);
            _svg.Put(Svg.Text((x + _step / 2, Height - Bottom + 18), Name(month, place), Svg.InMiddle + Svg.Fill(Grey)));
        }
    }

    // The year stands at the first month and at each January.
    private static string Name(DateOnly month, int place) =>
        month.ToString(place == 0 || month.Month == 1 ? "yyyy-MM" : "MM", CultureInfo.InvariantCulture);

    private void Bar(double x, MonthSum of)
    {
        var y = (double)(Height - Bottom);
        foreach (var (count, part) in new[] { of.Ended - of.Late, of.Late, of.Begun - of.Ended }.Zip(Parts))
        {
            var tall = (Height - Top - Bottom) * (double)count / _most;
            y -= tall;
            _svg.Put(Svg.Rect((x + _step * 0.15, y), (_step * 0.7, tall), part.Colour));
        }
    }

    private void Medians()
    {
        var points = Points().ToList();
        var line = string.Join(' ', points.Select(p => $"{p.X},{p.Y}"));
        _svg.Put($"<polyline points=\"{line}\" fill=\"none\" stroke=\"{Blue}\" stroke-width=\"2.5\"/>");
        foreach (var (x, y) in points)
            _svg.Put($"<circle cx=\"{x}\" cy=\"{y}\" r=\"3.5\" fill=\"{Blue}\"/>");
    }

    private IEnumerable<(string X, string Y)> Points() =>
        from month in _months.Index()
        let median = month.Item.Value.Days.Percentile(50)
        where median is not null
        select (Svg.Number(Left + _step * month.Index + _step / 2), Svg.Number(Y(median.Value, _longest)));

    private static void MeaningOfLine(Svg svg, string text)
    {
        var x = Left + Parts.Length * Legend.Step;
        svg.Put(
            $"<line x1=\"{x}\" x2=\"{x + 24}\" y1=\"17\" y2=\"17\" stroke=\"{Blue}\" stroke-width=\"2.5\"/>",
            Svg.Text((x + 30, 22), text, Svg.Fill(Blue))
        );
    }

    // The lines of the grid are whole numbers.
    private static long Round(long most) => Math.Max(Lines, (most + Lines - 1) / Lines * Lines);

    private static double Y(int value, int most) => Height - Bottom - (Height - Top - Bottom) * (double)value / most;
}

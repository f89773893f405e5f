using System.Globalization;
using System.Text;
using Workflow.Host.Wording;
using Workflow.Mining.Conforming;

namespace Workflow.Host.Mining;

/// <summary>Draws the months of a log: what came in and what became of it as bars, the median of the days taken as a line.</summary>
public static class MonthChart
{
    private const int Width = 1000;
    private const int Height = 340;
    private const int Left = 50;
    private const int Right = 50;
    private const int Top = 40;
    private const int Bottom = 40;

    private const int Lines = 4;

    // Each line of a legend has room for a short word in either language.
    private const int LegendStep = 190;

    private static readonly (string Key, string Colour)[] Parts =
    [
        ("conform.on-time", "#3b8f6b"),
        ("conform.late", "#c2543d"),
        ("conform.unfinished", "#a9b6c2"),
    ];

    /// <summary>Returns the drawing as SVG; null for a log without months.</summary>
    public static string? Draw(ConformanceSum sum, Words words)
    {
        if (sum.Months.Count == 0)
            return null;
        var most = Round(sum.Months.Values.Max(m => m.Begun));
        var longest = (int)Round(sum.Months.Values.Max(m => m.Days.Percentile(50) ?? 0));
        var svg = new StringBuilder(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Html.Safe(words["conform.section.months"])}\" font-family=\"sans-serif\" font-size=\"12\">\n"
        );
        Axes(svg, most, longest);
        var (step, place, line) = ((double)(Width - Left - Right) / sum.Months.Count, 0, new List<string>());
        foreach (var (month, of) in sum.Months)
        {
            var x = Left + step * place++;
            Bar(svg, x, step, of, most);
            svg.Append(
                $"<text x=\"{Number(x + step / 2)}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\" fill=\"#4a5a6a\">{month.ToString(place == 1 || month.Month == 1 ? "yyyy-MM" : "MM", CultureInfo.InvariantCulture)}</text>\n"
            );
            if (of.Days.Percentile(50) is { } median)
                line.Add($"{Number(x + step / 2)},{Number(Y(median, longest))}");
        }

        svg.Append($"<polyline points=\"{string.Join(' ', line)}\" fill=\"none\" stroke=\"#28527a\" stroke-width=\"2.5\"/>\n");
        foreach (var point in line.Select(p => p.Split(',')))
            svg.Append($"<circle cx=\"{point[0]}\" cy=\"{point[1]}\" r=\"3.5\" fill=\"#28527a\"/>\n");
        Legend(svg, words);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Bar(StringBuilder svg, double x, double step, MonthSum of, long most)
    {
        var y = (double)(Height - Bottom);
        foreach (var (count, colour) in new[] { of.Ended - of.Late, of.Late, of.Begun - of.Ended }.Zip(Parts.Select(p => p.Colour)))
        {
            var tall = (Height - Top - Bottom) * (double)count / most;
            y -= tall;
            svg.Append(
                $"<rect x=\"{Number(x + step * 0.15)}\" y=\"{Number(y)}\" width=\"{Number(step * 0.7)}\" height=\"{Number(tall)}\" fill=\"{colour}\"/>\n"
            );
        }
    }

    private static void Axes(StringBuilder svg, long most, int longest)
    {
        for (var i = 0; i <= Lines; i++)
        {
            var y = Number(Height - Bottom - (Height - Top - Bottom) * (double)i / Lines);
            svg.Append($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y}\" y2=\"{y}\" stroke=\"#e3e9ef\"/>\n");
            svg.Append(
                $"<text x=\"{Left - 8}\" y=\"{y}\" dy=\"4\" text-anchor=\"end\" fill=\"#4a5a6a\">{Number(most * (double)i / Lines)}</text>\n"
            );
            svg.Append(
                $"<text x=\"{Width - Right + 8}\" y=\"{y}\" dy=\"4\" fill=\"#28527a\">{Number(longest * (double)i / Lines)}</text>\n"
            );
        }
    }

    private static void Legend(StringBuilder svg, Words words)
    {
        for (var i = 0; i < Parts.Length; i++)
            svg.Append(
                $"<rect x=\"{Left + i * LegendStep}\" y=\"10\" width=\"14\" height=\"14\" fill=\"{Parts[i].Colour}\"/><text x=\"{Left + 20 + i * LegendStep}\" y=\"22\" fill=\"#1c2733\">{Html.Safe(words[Parts[i].Key])}</text>\n"
            );
        var x = Left + Parts.Length * LegendStep;
        svg.Append(
            $"<line x1=\"{x}\" x2=\"{x + 24}\" y1=\"17\" y2=\"17\" stroke=\"#28527a\" stroke-width=\"2.5\"/><text x=\"{x + 30}\" y=\"22\" fill=\"#28527a\">{Html.Safe(words["conform.median"])}</text>\n"
        );
    }

    // The lines of the grid are whole numbers.
    private static long Round(long most) => Math.Max(Lines, (most + Lines - 1) / Lines * Lines);

    private static double Y(int days, int longest) => Height - Bottom - (Height - Top - Bottom) * (double)days / longest;

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}

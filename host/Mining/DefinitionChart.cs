using System.Globalization;
using System.Text;
using Workflow.Host.Wording;

namespace Workflow.Host.Mining;

/// <summary>Draws each definition as a bar: the cases that fit, those that do not; and a bar of the cases of no definition.</summary>
public static class DefinitionChart
{
    private const int Width = 1000;
    private const int Left = 260;
    private const int Row = 34;
    private const int Top = 40;
    private const int LegendStep = 220;
    private const string Fits = "#3b8f6b";
    private const string FitsNot = "#c2543d";
    private const string Other = "#a9b6c2";

    /// <summary>Returns the drawing as SVG.</summary>
    public static string Draw(IReadOnlyList<ConformancePart> parts, OtherCases others, Words words)
    {
        var most = Math.Max(1, Math.Max(others.Cases, parts.Max(p => p.Sum.Cases)));
        var svg = new StringBuilder(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Top + (parts.Count + 1) * Row}\" role=\"img\" aria-label=\"{Html.Safe(words["conform.several.definitions"])}\" font-family=\"sans-serif\" font-size=\"13\">\n"
        );
        var legend = new[] { ("conform.fits", Fits), ("conform.fits-not", FitsNot), ("conform.several.other", Other) };
        for (var i = 0; i < legend.Length; i++)
            svg.Append(
                $"<rect x=\"{Left + i * LegendStep}\" y=\"8\" width=\"14\" height=\"14\" fill=\"{legend[i].Item2}\"/><text x=\"{Left + 20 + i * LegendStep}\" y=\"20\">{Html.Safe(words[legend[i].Item1])}</text>\n"
            );
        for (var i = 0; i < parts.Count; i++)
            Bar(
                svg,
                parts[i].About.Definition.Id,
                most,
                Top + i * Row,
                (parts[i].Sum.Fitting, Fits),
                (parts[i].Sum.Cases - parts[i].Sum.Fitting, FitsNot)
            );
        Bar(svg, words["conform.several.other"], most, Top + parts.Count * Row, (others.Cases, Other));
        return svg.Append("</svg>\n").ToString();
    }

    private static void Bar(StringBuilder svg, string name, long most, int y, params ReadOnlySpan<(long Count, string Colour)> counts)
    {
        svg.Append($"<text x=\"{Left - 10}\" y=\"{y + 16}\" text-anchor=\"end\">{Html.Safe(name)}</text>\n");
        var (x, sum) = ((double)Left, 0L);
        foreach (var (count, colour) in counts)
        {
            var wide = (Width - Left - 60) * (double)count / most;
            svg.Append($"<rect x=\"{Number(x)}\" y=\"{y}\" width=\"{Number(wide)}\" height=\"22\" fill=\"{colour}\"/>\n");
            (x, sum) = (x + wide, sum + count);
        }

        svg.Append($"<text x=\"{Number(x + 8)}\" y=\"{y + 16}\">{sum}</text>\n");
    }

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}

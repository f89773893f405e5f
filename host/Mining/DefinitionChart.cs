using Workflow.Host.Mining.Reports;
using Workflow.Host.Wording;

namespace Workflow.Host.Mining;

/// <summary>Draws each definition as a bar: the cases that fit, those that do not; and a bar of the cases of no definition.</summary>
public static class DefinitionChart
{
    private const int Left = 260;
    private const string Fits = "#3b8f6b";
    private const string FitsNot = "#c2543d";
    private const string Other = "#a9b6c2";
    private static readonly Legend Legend = new(Left, 8, 220);

    private static readonly (string Key, string Colour)[] Parts =
    [
        ("conform.fits", Fits),
        ("conform.fits-not", FitsNot),
        ("conform.several.other", Other),
    ];

    /// <summary>Returns the drawing as SVG.</summary>
    public static string Of(IReadOnlyList<ConformancePart> parts, OtherCases others, Words words)
    {
        var svg = new Svg((StackedBars.Width, StackedBars.Height(parts.Count + 1)), words["conform.several.definitions"], 13);
        svg.Put(Legend, Parts, words);
        var bars = new StackedBars(svg, Left, Math.Max(1, Math.Max(others.Cases, parts.Max(p => p.Sum.Cases))));
        foreach (var (about, sum) in parts)
            bars.Add(about.Definition.Id, sum.Cases, (sum.Fitting, Fits), (sum.Cases - sum.Fitting, FitsNot));
        bars.Add(words["conform.several.other"], others.Cases, (others.Cases, Other));
        return svg.ToString();
    }
}

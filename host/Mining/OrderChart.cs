using System.Globalization;
using System.Text;
using Workflow.Host.Wording;
using Workflow.Mining.Conforming;

namespace Workflow.Host.Mining;

/// <summary>Draws the most frequent orders of steps as bars, one colour for those that fit and one for those that do not.</summary>
public static class OrderChart
{
    private const int Width = 1000;
    private const int Row = 26;
    private const int Listed = 10;

    // A bar ends where its sequence begins to be readable beside it.
    private const int Longest = 260;

    private const int MostLetters = 108;

    /// <summary>Returns the drawing as SVG; null for a log without cases.</summary>
    public static string? Draw(ConformanceSum sum, Words words)
    {
        var variants = sum.Variants.Take(Listed).ToList();
        if (variants.Count == 0)
            return null;
        var svg = new StringBuilder(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {variants.Count * Row + 8}\" role=\"img\" aria-label=\"{Html.Safe(words["conform.section.variants"])}\" font-family=\"sans-serif\" font-size=\"11\">\n"
        );
        for (var i = 0; i < variants.Count; i++)
            Bar(svg, variants[i], variants[0].Cases, i * Row + 4);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Bar(StringBuilder svg, VariantCount variant, long most, int y)
    {
        var wide = Longest * (double)variant.Cases / most;
        var fits = wide * variant.Fitting / variant.Cases;
        svg.Append(
            $"<rect x=\"50\" y=\"{y}\" width=\"{Number(fits)}\" height=\"18\" fill=\"#3b8f6b\"/><rect x=\"{Number(50 + fits)}\" y=\"{y}\" width=\"{Number(wide - fits)}\" height=\"18\" fill=\"#c2543d\"/>\n"
        );
        svg.Append(
            $"<text x=\"42\" y=\"{y + 13}\" text-anchor=\"end\" fill=\"#1c2733\">{variant.Cases}</text><text x=\"{Number(58 + wide)}\" y=\"{y + 13}\" fill=\"#4a5a6a\">{Html.Safe(Brief(variant))}</text>\n"
        );
    }

    // The first word of an activity is often its code, and enough to know it by.
    private static string Brief(VariantCount variant)
    {
        var text = string.Join(" → ", variant.Activities.Select(a => a.Split(' ')[0]));
        return text.Length <= MostLetters ? text : text[..MostLetters] + "…";
    }

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}

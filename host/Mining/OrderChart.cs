using Workflow.Host.Mining.Reports;
using Workflow.Host.Wording;
using Workflow.Mining.Conforming;

namespace Workflow.Host.Mining;

/// <summary>Draws the most frequent orders of steps as bars, one colour for those that fit and one for those that do not.</summary>
public static class OrderChart
{
    private const int Width = 1000;
    private const int Row = 26;
    private const int Thick = 18;
    private const int Listed = 10;

    // A bar ends where its sequence begins to be readable beside it.
    private const int Longest = 260;

    private const int MostLetters = 108;

    /// <summary>Returns the drawing as SVG; null for a log without cases.</summary>
    public static string? Of(ConformanceSum sum, Words words)
    {
        var variants = sum.Variants.Take(Listed).ToList();
        if (variants.Count == 0)
            return null;
        var svg = new Svg((Width, variants.Count * Row + 8), words["conform.section.variants"], 11);
        for (var i = 0; i < variants.Count; i++)
            Bar(svg, variants[i], variants[0].Cases, i * Row + 4);
        return svg.ToString();
    }

    private static void Bar(Svg svg, VariantCount variant, long most, int y)
    {
        var wide = Longest * (double)variant.Cases / most;
        var fits = wide * variant.Fitting / variant.Cases;
        svg.Put(Svg.Rect((50, y), (fits, Thick), "#3b8f6b"), Svg.Rect((50 + fits, y), (wide - fits, Thick), "#c2543d"));
        svg.Put(
            Svg.Text((42, y + 13), $"{variant.Cases}", Svg.AtEnd + Svg.Fill("#1c2733")),
            Svg.Text((58 + wide, y + 13), Brief(variant), Svg.Fill("#4a5a6a"))
        );
    }

    // The first word of an activity is often its code, and enough to know it by.
    private static string Brief(VariantCount variant)
    {
        var text = string.Join(" → ", variant.Activities.Select(a => a.Split(' ')[0]));
        return text.Length <= MostLetters ? text : text[..MostLetters] + "…";
    }
}

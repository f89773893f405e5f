using System.Globalization;
using System.Text.Json.Serialization;

namespace Workflow.Engine.Statistics;

/// <summary>A part of a whole, exact. What is printed rounded always stands beside it.</summary>
/// <param name="Part">How many; 0 or more.</param>
/// <param name="Whole">Of how many; 0 where there is nothing to divide by.</param>
public sealed record Rate(long Part, long Whole)
{
    /// <summary>What is left of the whole.</summary>
    [JsonIgnore]
    public Rate Remainder => this with { Part = Whole - Part };

    /// <summary>Returns the percentage with so many decimals, a half rounded away from zero as offices print it; null for nothing of nothing.</summary>
    /// <param name="decimals">From 0 to 10.</param>
    public decimal? Percent(int decimals) => Whole == 0 ? null : Math.Round(Part * 100m / Whole, decimals, MidpointRounding.AwayFromZero);

    /// <summary>Returns the parts of a whole that print as a percentage: several, one, or none where the base must be another.</summary>
    /// <param name="percent">The percentage as printed.</param>
    /// <param name="decimals">With how many decimals it is printed.</param>
    /// <param name="whole">The whole; at least 1.</param>
    public static IEnumerable<long> PartsThatPrint(decimal percent, int decimals, long whole)
    {
        var near = (long)(percent * whole / 100m);
        var around = (long)Math.Ceiling(whole / 100m) + 1;
        for (var part = Math.Max(0, near - around); part <= near + around; part++)
            if (new Rate(part, whole).Percent(decimals) == percent)
                yield return part;
    }

    /// <summary>Returns by how many per cent a number rose over the one before; null where that was 0.</summary>
    /// <param name="now">The number.</param>
    /// <param name="before">The one before.</param>
    /// <param name="decimals">From 0 to 10.</param>
    public static decimal? Growth(long now, long before, int decimals) =>
        before == 0 ? null : Math.Round((now - before) * 100m / before, decimals, MidpointRounding.AwayFromZero);

    /// <summary>Returns words like <c>316/362 = 87.29 %</c>.</summary>
    public override string ToString() =>
        Percent(2) is { } percent ? $"{Part}/{Whole} = {percent.ToString("0.##", CultureInfo.InvariantCulture)} %" : $"{Part}/{Whole}";
}

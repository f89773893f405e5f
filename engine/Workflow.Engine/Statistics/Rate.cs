using System.Globalization;
using System.Text.Json.Serialization;

namespace Workflow.Engine.Statistics;

/// <summary>A part of a whole, exact. What is printed rounded always stands beside it.</summary>
/// <param name="Part">How many; 0 or more.</param>
/// <param name="Whole">The number it is a share of; 0 where there is nothing to divide by.</param>
public sealed record Rate(long Part, long Whole)
{
    /// <summary>What is left of the whole.</summary>
    [JsonIgnore]
    public Rate Remainder => this with { Part = Whole - Part };

    /// <summary>Returns the percentage with so many decimals, a half rounded away from zero as offices print it; null for nothing of nothing.</summary>
    /// <param name="decimals">From 0 to 10.</param>
    public decimal? Percent(int decimals) => Whole == 0 ? null : Math.Round(Part * 100m / Whole, decimals, MidpointRounding.AwayFromZero);

    /// <summary>Returns words like <c>316/362 = 87.29 %</c>.</summary>
    public override string ToString() =>
        Percent(2) is { } percent ? $"{Part}/{Whole} = {percent.ToString("0.##", CultureInfo.InvariantCulture)} %" : $"{Part}/{Whole}";
}

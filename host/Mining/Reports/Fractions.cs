using System.Globalization;

namespace Workflow.Host.Mining.Reports;

/// <summary>Writes counts as exact fractions with a rounded percentage beside them.</summary>
public static class Fractions
{
    /// <summary>Returns <c>3/4  75.0 %</c>; without a percentage where the denominator is 0. A half rounds away from zero.</summary>
    public static string Of(long part, long whole) => whole == 0 ? $"{part}/{whole}" : $"{part}/{whole}  {Percent(part, whole)}";

    /// <summary>Returns <c>75.0 %</c>.</summary>
    public static string Percent(long part, long whole) =>
        Math.Round(part * 100m / whole, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}

using System.Collections.Immutable;
using Workflow.Engine.Periods;

namespace Workflow.Engine.Evidence;

/// <summary>What a limit does not count for one reason; in days, for limits in hours in hours.</summary>
/// <param name="Ground">The ground of the excluded procedure; null for the days by which the last day is moved to one on which offices work.</param>
/// <param name="Length">Its exact length; a day of several grounds in equal parts.</param>
/// <param name="Apportioned">Who had the case in hand meanwhile: their shares sum to <paramref name="Length"/>.</param>
public sealed record ExcludedTime(string? Ground, Fraction Length, ImmutableArray<HolderShare> Apportioned)
{
    /// <summary>Sums what is known of the days that do not count.</summary>
    internal static ImmutableArray<ExcludedTime> Of(IEnumerable<ExplainedDay> days) =>
        Of(days.Where(d => !d.Meanwhile.IsEmpty).Select(d => (Fraction.Of(1), Grounds(d.Day), d.Meanwhile)));

    /// <summary>Sums the stretches of a limit in hours that do not count.</summary>
    internal static ImmutableArray<ExcludedTime> Of(IEnumerable<HourSpan> spans) =>
        Of(spans.Where(s => !s.IsCounted).Select(s => (s.Hours, s.Grounds.ToImmutableArray<string?>(), s.Meanwhile)));

    private static ImmutableArray<string?> Grounds(DayLine day) =>
        day.Treatment == DayTreatment.Rolled ? [null] : [.. day.Grounds.Distinct()];

    private static ImmutableArray<ExcludedTime> Of(
        IEnumerable<(Fraction Length, ImmutableArray<string?> Grounds, ImmutableArray<Holder> Meanwhile)> times
    ) =>
        [
            .. times
                .SelectMany(t => t.Grounds.Select(g => (Ground: g, Time: new HeldTime(t.Length / t.Grounds.Length, false, t.Meanwhile))))
                .GroupBy(t => t.Ground, t => t.Time)
                .Select(g => new ExcludedTime(g.Key, g.Aggregate(Fraction.Zero, (sum, t) => sum + t.Length), HolderShare.Of(g)))
                .OrderBy(n => n.Ground is null)
                .ThenBy(n => n.Ground, StringComparer.Ordinal),
        ];
}

using System.Collections.Immutable;

namespace Workflow.Engine.Periods;

/// <summary>The dated facts from which a due date follows, together with a calendar.</summary>
/// <param name="Period">Base and extensions together, counted from the original start.</param>
/// <param name="Direction">Whether it is counted after or before the start.</param>
/// <param name="StartDay">Day of the starting act; day 0, not counted.</param>
/// <param name="StartAt">Moment of the starting act, from which hours run.</param>
/// <param name="Exclusions">Times not counted, in any order; overlaps count once.</param>
/// <param name="Roll">What happens when the last day is a day off. Hours never roll.</param>
public sealed record Reckoning(
    Period Period,
    Counting Direction,
    DateOnly StartDay,
    DateTimeOffset StartAt,
    ImmutableArray<Exclusion> Exclusions,
    RollRule Roll
)
{
    /// <summary>For <see cref="RollRule.Tax"/>: the least number of days off in a row that prolongs the period; null for any other rule.</summary>
    public int? LongRest { get; init; }

    /// <summary>Whether an exclusion is still open, so that there is no due date to show.</summary>
    public bool IsPaused => Exclusions.Any(IsOpen);

    internal bool InHours => Period.Unit == PeriodUnit.Hours;

    internal bool IsOpen(Exclusion exclusion) => InHours ? exclusion.ToAt is null : exclusion.To is null;
}

using System.Collections.Immutable;
using Workflow.Engine.Calendars;

namespace Workflow.Engine.Periods;

/// <summary>What a limit does with a day.</summary>
public enum DayTreatment
{
    /// <summary>The day of the starting act.</summary>
    Start,

    /// <summary>It counts.</summary>
    Counted,

    /// <summary>A Saturday or Sunday that a limit in working days does not count.</summary>
    Weekend,

    /// <summary>A holiday that a limit in working days does not count.</summary>
    Holiday,

    /// <summary>It would count, but an exclusion takes it out.</summary>
    Excluded,

    /// <summary>It lies past the last day.</summary>
    AfterPeriod,

    /// <summary>It lies between the counted end and the last day that the roll rule gives, or is that day.</summary>
    Rolled,
}

/// <summary>One day of an explanation.</summary>
/// <param name="Date">The day.</param>
/// <param name="Treatment">What the limit does with it.</param>
/// <param name="Counted">The running number; for hours, whole hours run by the end of the day; 0 when the day is not counted.</param>
/// <param name="Calendar">What the calendar says of it.</param>
/// <param name="Grounds">The grounds of the exclusions it lies in; may be empty.</param>
public sealed record DayLine(DateOnly Date, DayTreatment Treatment, int Counted, CalendarDay Calendar, ImmutableArray<string> Grounds);

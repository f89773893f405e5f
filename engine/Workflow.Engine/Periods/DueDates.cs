using System.Collections.Immutable;
using Workflow.Engine.Calendars;

namespace Workflow.Engine.Periods;

/// <summary>Derives due dates from dated facts; nothing here loops over days except <see cref="Explain"/>.</summary>
public static class DueDates
{
    /// <summary>Returns when a limit ends.</summary>
    /// <remarks>An open exclusion excludes nothing yet, as if it ended the day it began: the caller shows "paused", not this date.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not from 1 to <see cref="Period.Longest"/>, or a day not from 1900 to 9990.</exception>
    public static DueDate Reckon(Reckoning reckoning, WorkCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(reckoning.Period.Amount, 1, nameof(reckoning));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reckoning.Period.Amount, Period.Longest, nameof(reckoning));
        LegalDays.Check(reckoning.StartDay);
        return reckoning.InHours ? HourCount.Reckon(reckoning, calendar) : DayCount.Reckon(reckoning, calendar);
    }

    /// <summary>Returns the counted units still to run after a day up to the due date; negative when it is past.</summary>
    /// <param name="reckoning">The facts. For months the units are days; for hours, whole hours begun.</param>
    /// <param name="calendar">The authority's calendar.</param>
    /// <param name="asOf">The day after whose end is counted; while paused, the day the pause began if that is earlier.</param>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Reckon"/>.</exception>
    public static int DaysLeft(Reckoning reckoning, WorkCalendar calendar, DateOnly asOf)
    {
        var due = Reckon(reckoning, calendar);
        LegalDays.Check(asOf);
        return reckoning.InHours ? HourCount.Left(reckoning, calendar, due, asOf) : DayCount.Left(reckoning, calendar, due, asOf);
    }

    /// <summary>Returns what becomes of each day, in the order of counting from the start.</summary>
    /// <param name="reckoning">The facts.</param>
    /// <param name="calendar">The authority's calendar.</param>
    /// <param name="through">The last day explained. A limit counted backwards is explained at least to its last day.</param>
    /// <remarks>
    /// The last day that is counted or rolled is the due day of <see cref="Reckon"/>. Days after an open exclusion
    /// began are shown excluded, and then there is no due day yet.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="Reckon"/>.</exception>
    public static ImmutableArray<DayLine> Explain(Reckoning reckoning, WorkCalendar calendar, DateOnly through) =>
        new Explanation(reckoning, calendar, Reckon(reckoning, calendar)).Lines(LegalDays.Check(through));
}

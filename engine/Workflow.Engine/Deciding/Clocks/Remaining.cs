using Workflow.Engine.Calendars;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>What is left of a clock on a day. Computed at reading, like the lamps.</summary>
public static class Remaining
{
    /// <summary>Returns the units left after a day up to the last day, negative when it is past; null once nobody waits.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="calendar">The calendar that it names.</param>
    /// <param name="day">The day of reading.</param>
    public static int? Of(ClockState clock, WorkCalendar calendar, DateOnly day) =>
        clock switch
        {
            { IsOpen: false } => null,
            { Left: { } left } => left,
            { Total: { } total, ClampedBy: null } when clock.Kind != LimitKind.Before => DueDates.DaysLeft(
                ClockConclusions.Reckoning(clock, total),
                calendar,
                day
            ),
            _ => DaysUntil(clock, calendar, day),
        };

    private static int DaysUntil(ClockState clock, WorkCalendar calendar, DateOnly day) =>
        clock.Total?.Unit == PeriodUnit.WorkingDays ? calendar.CountWorkdays(day, clock.DueOn) : clock.DueOn.DayNumber - day.DayNumber;
}

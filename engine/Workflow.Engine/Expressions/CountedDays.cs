using System.Diagnostics;
using Workflow.Engine.Calendars;
using Workflow.Engine.Periods;

namespace Workflow.Engine.Expressions;

/// <summary>The day a period before or after another day; none where there is no such day, or where hours are to be counted from it.</summary>
internal static class CountedDays
{
    internal static DateValue? Before(Period period, FieldValue? day, WorkCalendar calendar) =>
        From(day, d => Earlier(period, d, calendar));

    internal static DateValue? After(Period period, FieldValue? day, WorkCalendar calendar) => From(day, d => Later(period, d, calendar));

    private static DateValue? From(FieldValue? day, Func<DateOnly, DateOnly?> count)
    {
        try
        {
            return day is DateValue from && count(from.Date) is { } counted ? new DateValue(counted) : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            // A form may hold any day; one at the edge of what calendars reckon with has no day beyond it.
            return null;
        }
    }

    private static DateOnly? Earlier(Period period, DateOnly day, WorkCalendar calendar) =>
        period.Unit switch
        {
            PeriodUnit.WorkingDays => calendar.SubtractWorkdays(day, period.Amount),
            PeriodUnit.Days => day.AddDays(-period.Amount),
            PeriodUnit.Months => day.AddMonths(-period.Amount),
            PeriodUnit.Hours => null,
            _ => throw new UnreachableException($"No answer for {period.Unit}."),
        };

    private static DateOnly? Later(Period period, DateOnly day, WorkCalendar calendar) =>
        period.Unit switch
        {
            PeriodUnit.WorkingDays => calendar.AddWorkdays(day, period.Amount),
            PeriodUnit.Days => day.AddDays(period.Amount),
            PeriodUnit.Months => day.AddMonths(period.Amount),
            PeriodUnit.Hours => null,
            _ => throw new UnreachableException($"No answer for {period.Unit}."),
        };
}

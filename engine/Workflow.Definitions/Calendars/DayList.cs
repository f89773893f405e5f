using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Calendars;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Calendars;

/// <summary>Reads the key <c>days</c>: a list of holidays, each with the days off and the days worked for it.</summary>
internal static class DayList
{
    /// <param name="fields">The map that has the key.</param>
    /// <param name="fault">Returns what is wrong with a day, or null.</param>
    internal static ImmutableArray<CalendarException> Read(CalendarFields fields, Func<DateOnly, bool, Message?> fault)
    {
        var days = new SortedDictionary<DateOnly, CalendarException>();
        foreach (var (at, day) in fields.Items("days").SelectMany(Days))
            Add(at, day);
        return [.. days.Values];

        void Add(Position at, CalendarException day)
        {
            if (fault(day.Date, day.Works) is { } problem)
                fields.Problems.Error(at, problem);
            if (!days.TryAdd(day.Date, day))
                fields.Problems.Error(at, CalendarProblems.DayTwice(day.Date));
        }
    }

    private static IEnumerable<(Position At, CalendarException Day)> Days(CalendarFields holiday)
    {
        holiday.Only("holiday", "days-off", "work");
        var name = holiday.Text("holiday") ?? "";
        foreach (var (at, date) in holiday.Dates("days-off"))
            yield return (at, new CalendarException(date, false, name));
        foreach (var (at, date) in holiday.Dates("work"))
            yield return (at, new CalendarException(date, true, name));
    }
}

using System.Diagnostics;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Calendars;

/// <summary>The days of the week, as phrases of the table.</summary>
internal static class Weekdays
{
    public static Message Of(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Monday => Monday(),
            DayOfWeek.Tuesday => Tuesday(),
            DayOfWeek.Wednesday => Wednesday(),
            DayOfWeek.Thursday => Thursday(),
            DayOfWeek.Friday => Friday(),
            DayOfWeek.Saturday => Saturday(),
            DayOfWeek.Sunday => Sunday(),
            _ => throw new UnreachableException($"No name for {day.DayOfWeek}."),
        };

    public static Message Monday() => new("weekday.monday");

    public static Message Tuesday() => new("weekday.tuesday");

    public static Message Wednesday() => new("weekday.wednesday");

    public static Message Thursday() => new("weekday.thursday");

    public static Message Friday() => new("weekday.friday");

    public static Message Saturday() => new("weekday.saturday");

    public static Message Sunday() => new("weekday.sunday");
}

namespace Workflow.Engine.Calendars;

/// <summary>The days the engine reckons with, so that no later addition can leave the calendar of .NET.</summary>
internal static class LegalDays
{
    internal static readonly DateOnly First = new(1900, 1, 1);
    internal static readonly DateOnly Last = new(9990, 12, 31);

    internal static DateOnly Of(long dayNumber) =>
        dayNumber >= First.DayNumber && dayNumber <= Last.DayNumber
            ? DateOnly.FromDayNumber((int)dayNumber)
            : throw new ArgumentOutOfRangeException(nameof(dayNumber), $"Expected a day from {First:O} to {Last:O}, but found another.");

    internal static DateOnly Check(DateOnly day) => Of(day.DayNumber);
}

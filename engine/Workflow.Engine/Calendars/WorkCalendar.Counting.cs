namespace Workflow.Engine.Calendars;

public sealed partial class WorkCalendar
{
    /// <summary>Whether offices work on a day; Monday to Friday past the coverage.</summary>
    public bool IsWorkday(DateOnly day) => Rank(day.DayNumber) > Rank(day.DayNumber - 1);

    /// <summary>Returns the workdays in (after, through]; negative when the bounds are the other way round.</summary>
    /// <param name="after">The day before the first counted one.</param>
    /// <param name="through">The last day counted.</param>
    public int CountWorkdays(DateOnly after, DateOnly through) => Rank(through.DayNumber) - Rank(after.DayNumber);

    /// <summary>Returns the workday that is a number of workdays after a day.</summary>
    /// <param name="from">Day of the starting act; it is not itself counted.</param>
    /// <param name="days">Workdays to count; 0 returns <paramref name="from"/> itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 0, or the result is not from 1900 to 9990.</exception>
    public DateOnly AddWorkdays(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return days == 0 ? from : LegalDays.Of(Select(Rank(from.DayNumber) + days));
    }

    /// <summary>Returns the workday that is a number of workdays before a day.</summary>
    /// <param name="from">The day counted back from; it is not itself counted.</param>
    /// <param name="days">Workdays to count; 0 returns <paramref name="from"/> itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below 0, or the result is not from 1900 to 9990.</exception>
    public DateOnly SubtractWorkdays(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return days == 0 ? from : LegalDays.Of(Select(Rank(from.DayNumber - 1) - days + 1));
    }

    /// <summary>Returns the first workday on or after a day.</summary>
    public DateOnly NextWorkday(DateOnly onOrAfter) => LegalDays.Of(Select(Rank(onOrAfter.DayNumber - 1) + 1));

    /// <summary>Returns the last workday on or before a day.</summary>
    public DateOnly PreviousWorkday(DateOnly onOrBefore) => LegalDays.Of(Select(Rank(onOrBefore.DayNumber)));

    /// <summary>Returns the first instant of a day in the zone, in UTC.</summary>
    public DateTimeOffset StartOf(DateOnly day) => _midnights.Of(day);

    /// <summary>Returns the first instant after a day, in UTC: the first valid one of the next day in the zone.</summary>
    public DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));

    /// <summary>Returns the day that an instant belongs to in the zone.</summary>
    public DateOnly DayOf(DateTimeOffset at) => _zone.DayOf(at);

    /// <summary>Returns an instant as the clock on the wall shows it, with the zone's offset.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => _zone.Local(at);

    /// <summary>Returns the instant, in UTC, at which the clock on the wall shows a time: the first of two; the gap's end when it never does.</summary>
    public DateTimeOffset InstantOf(DateOnly day, TimeOnly time) => _zone.InstantOf(day, time);

    /// <summary>Returns how many days off inside (after, through] stand in runs of at least so many days inside it.</summary>
    internal int LongRestDays(DateOnly after, DateOnly through, int shortest) => _rest.DaysIn(after.DayNumber, through.DayNumber, shortest);

    internal int Rank(int dayNumber) => _index.Rank(dayNumber);

    internal int Select(int rank) => _index.Select(rank);
}

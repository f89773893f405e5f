namespace Workflow.Engine.Calendars;

/// <summary>
/// The instants at which the days of a calendar begin. A zone is asked once for each day: its rules are searched at every
/// question, which costs more than counting the working days of a limit.
/// </summary>
internal sealed class Midnights(WorkZone zone, DateOnly from, DateOnly through)
{
    // A limit reaches beyond the published days; one year more covers all but the longest.
    private const int Beyond = 366;

    // Ticks in UTC, 0 where not asked yet. Two threads that ask at once write the same value.
    private readonly long[] _known = new long[Math.Max(0, through.DayNumber - from.DayNumber + 1) + Beyond];

    internal DateTimeOffset Of(DateOnly day)
    {
        var place = day.DayNumber - from.DayNumber;
        if (place < 0 || place >= _known.Length)
            return zone.InstantOf(day, TimeOnly.MinValue);
        if (_known[place] == 0)
            _known[place] = zone.InstantOf(day, TimeOnly.MinValue).UtcTicks;
        return new DateTimeOffset(_known[place], TimeSpan.Zero);
    }
}

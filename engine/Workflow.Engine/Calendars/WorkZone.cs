namespace Workflow.Engine.Calendars;

/// <summary>Turns days of an authority's zone into instants and back; some zones skip midnight, or a whole day.</summary>
internal sealed class WorkZone
{
    private readonly TimeZoneInfo _zone;

    internal WorkZone(string id)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            throw new ArgumentException($"Expected an IANA time zone, but found '{id}'.", nameof(id));
        _zone = zone;
    }

    internal DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    internal DateOnly DayOf(DateTimeOffset at)
    {
        var local = Local(at);
        return new DateOnly(local.Year, local.Month, local.Day);
    }

    /// <summary>Returns the instant a clock on the wall shows a time: the first of two, or the end of the gap when there is none.</summary>
    internal DateTimeOffset InstantOf(DateOnly day, TimeOnly time)
    {
        var wall = new DateTimeOffset(day.Year, day.Month, day.Day, 0, 0, 0, TimeSpan.Zero) + time.ToTimeSpan();
        var (before, after) = (_zone.GetUtcOffset(wall.AddDays(-1)), _zone.GetUtcOffset(wall.AddDays(1)));
        var (early, late) = before > after ? (wall - before, wall - after) : (wall - after, wall - before);
        if (Shows(early, wall))
            return early;
        return Shows(late, wall) ? late : FirstShowing(wall);
    }

    private bool Shows(DateTimeOffset at, DateTimeOffset wall) => Wall(at) == wall;

    private DateTimeOffset Wall(DateTimeOffset at) => at.ToUniversalTime() + _zone.GetUtcOffset(at);

    // Around a gap the wall only moves forward, so the first instant showing the time or later can be searched.
    private DateTimeOffset FirstShowing(DateTimeOffset wall)
    {
        var (low, high) = (wall.AddDays(-2).UtcTicks, wall.AddDays(2).UtcTicks);
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            (low, high) = Wall(new DateTimeOffset(middle, TimeSpan.Zero)) >= wall ? (low, middle) : (middle, high);
        }

        return new DateTimeOffset(high, TimeSpan.Zero);
    }
}

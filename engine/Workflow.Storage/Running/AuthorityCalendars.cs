using System.Collections.Concurrent;
using Workflow.Engine.Calendars;

namespace Workflow.Storage.Running;

/// <summary>Resolves the calendar that an authority knew at a moment, and remembers it until a publication supersedes it.</summary>
/// <param name="shelf">Everything published.</param>
public sealed class AuthorityCalendars(CalendarShelf shelf)
{
    private readonly DateOnly[] _publications = [.. shelf.Editions.Select(e => e.Published).Distinct().Order()];
    private readonly ConcurrentDictionary<(string Authority, int Publications), WorkCalendar> _known = new();

    /// <summary>Returns the calendar known at a moment: per year the latest edition published by that day in the authority's zone.</summary>
    /// <exception cref="ArgumentException">The zone or an overlay is unknown.</exception>
    public WorkCalendar At(AuthorityCalendar authority, DateTimeOffset at)
    {
        var day = DayIn(authority.Zone, at);
        var count = Array.BinarySearch(_publications, day) is var i && i >= 0 ? i + 1 : ~i;
        return _known.GetOrAdd((authority.Key, count), _ => shelf.Resolve(authority.Zone, day, authority.Overlays.AsSpan()));
    }

    private static DateOnly DayIn(string zone, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return new DateOnly(local.Year, local.Month, local.Day);
    }
}

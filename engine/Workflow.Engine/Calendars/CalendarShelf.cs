using System.Collections.Immutable;

namespace Workflow.Engine.Calendars;

/// <summary>Everything ever published, from which the calendar known on a given day is resolved.</summary>
/// <param name="Editions">All editions of all years, in any order.</param>
/// <param name="Overlays">All regional layers; their ids are unique.</param>
public sealed record CalendarShelf(ImmutableArray<CalendarEdition> Editions, ImmutableArray<CalendarOverlay> Overlays)
{
    /// <summary>Returns the calendar as it was known on a day: per year the latest edition published by then.</summary>
    /// <param name="zone">The authority's IANA time zone.</param>
    /// <param name="knownOn">The last day whose publications are taken into account.</param>
    /// <param name="overlays">Ids of regional layers; a later one wins over an earlier one.</param>
    /// <remarks>Coverage is contiguous: years before a missing one are left out.</remarks>
    /// <exception cref="ArgumentException">An overlay or the zone is unknown.</exception>
    public WorkCalendar Resolve(string zone, DateOnly knownOn, params ReadOnlySpan<string> overlays)
    {
        var layers = ImmutableArray.CreateBuilder<CalendarOverlay>(overlays.Length);
        foreach (var id in overlays)
            layers.Add(Overlay(id));
        return WorkCalendar.Build(zone, InForce(knownOn), layers.ToImmutable());
    }

    /// <summary>Returns the first publication day after a day, when a calendar resolved on that day is superseded; null when none is known.</summary>
    public DateOnly? NextPublication(DateOnly after) => Editions.Where(e => e.Published > after).Select(e => (DateOnly?)e.Published).Min();

    private CalendarOverlay Overlay(string id) =>
        Overlays.FirstOrDefault(o => o.Id == id)
        ?? throw new ArgumentException($"Expected an overlay of the shelf, but found '{id}'.", nameof(id));

    private ImmutableArray<CalendarEdition> InForce(DateOnly knownOn)
    {
        var latest = Editions
            .Where(e => e.Published <= knownOn)
            .GroupBy(e => e.Year)
            .Select(year => year.MaxBy(e => (e.Published, e.Number))!)
            .OrderByDescending(e => e.Year)
            .ToList();
        return [.. latest.TakeWhile((edition, i) => edition.Year == latest[0].Year - i).Reverse()];
    }
}

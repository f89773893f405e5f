using System.Collections.Immutable;

namespace Workflow.Engine.Calendars;

/// <summary>Everything ever published, from which the calendar known on a given day is resolved.</summary>
/// <param name="Editions">All editions of all years, in any order.</param>
/// <param name="Overlays">All regional layers; their ids are unique.</param>
public sealed record CalendarShelf(ImmutableArray<CalendarEdition> Editions, ImmutableArray<CalendarOverlay> Overlays)
{
    /// <summary>How many years past the last notice the statutory holidays are reckoned with; a working day further off is nobody's deadline.</summary>
    private const int YearsAhead = 10;

    /// <summary>The editions of the regulation on holidays, in any order; empty where nobody wrote them down.</summary>
    public ImmutableArray<StatutoryEdition> Statutory { get; init; } = [];

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
        var editions = InForce(knownOn);
        return WorkCalendar.Build(zone, editions, layers.ToImmutable(), Beyond(editions));
    }

    /// <summary>Returns the first publication day after a day, when a calendar resolved on that day is superseded; null when none is known.</summary>
    public DateOnly? NextPublication(DateOnly after) => Editions.Where(e => e.Published > after).Select(e => (DateOnly?)e.Published).Min();

    private CalendarOverlay Overlay(string id) =>
        Overlays.FirstOrDefault(o => o.Id == id)
        ?? throw new ArgumentException($"Expected an overlay of the shelf, but found '{id}'.", nameof(id));

    // Each year to come has the holidays of the edition that was known when the latest notice was published.
    private ImmutableArray<StatutoryEdition> Beyond(ImmutableArray<CalendarEdition> editions)
    {
        if (editions is not [.., var last])
            return [];
        var known = editions.Max(e => e.Published);
        var years = Enumerable.Range(last.Year + 1, YearsAhead);
        return [.. years.GroupBy(y => Holding(known, y)).Where(g => g.Key is not null).Select(g => Within(g.Key!, [.. g]))];
    }

    private StatutoryEdition? Holding(DateOnly known, int year) =>
        Statutory.Where(s => s.Published <= known && s.From <= new DateOnly(year, 1, 1)).MaxBy(s => s.From);

    private static StatutoryEdition Within(StatutoryEdition edition, ImmutableArray<int> years) =>
        edition with
        {
            Days = [.. edition.Days.Where(d => years.Contains(d.Date.Year))],
        };

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

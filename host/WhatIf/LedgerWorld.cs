using System.Collections.Immutable;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Stories;
using Workflow.Engine.Calendars;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Values;

namespace Workflow.Host.WhatIf;

/// <summary>Makes from a ledger alone the world that its cases were decided in.</summary>
public static class LedgerWorld
{
    private static readonly PeriodInForce Always = new(new DateOnly(1900, 1, 1), null);

    /// <summary>Returns the world of some cases.</summary>
    /// <param name="processes">The definitions that the cases are bound to, then any others, the latest published first.</param>
    /// <param name="calendars">Every calendar that entries stand on.</param>
    /// <param name="lodgings">The first entries of cases: they hold the catalogue as it was seen.</param>
    public static ScenarioWorld Of(
        IEnumerable<PublishedProcess> processes,
        IReadOnlyCollection<WorkCalendar> calendars,
        IEnumerable<LedgerEntry> lodgings
    )
    {
        var known = calendars.ToDictionary(c => c.Digest, StringComparer.Ordinal);
        var bound = processes.DistinctBy(p => p.Digest).ToList();
        var seen = Seen(bound, lodgings).ToList();
        var leads = seen.Select(s => Lead(s.Definition, s.Facts, known.GetValueOrDefault(s.Facts.Calendar))).DistinctBy(o => o.Id);
        return new ScenarioWorld(bound, new Register(leads, [], seen.Select(s => Item(s.Definition, s.Facts))), Shelf(calendars));
    }

    // Each item of the catalogue with what was seen of it first.
    private static IEnumerable<(ProcessDefinition Definition, Facts Facts)> Seen(
        IReadOnlyCollection<PublishedProcess> bound,
        IEnumerable<LedgerEntry> lodgings
    ) =>
        from lodging in lodgings
        let process = bound.FirstOrDefault(p => p.Digest == lodging.Definition)
        where process is not null && lodging.Stamp.Facts.Item is not null
        group (process.Definition, lodging.Stamp.Facts) by process.Definition.Item.Code into same
        select same.First();

    // A calendar holds the edition of each year that was in force: together they are everything that was ever known.
    private static CalendarShelf Shelf(IReadOnlyCollection<WorkCalendar> calendars) =>
        new(
            [.. calendars.SelectMany(c => c.Editions).DistinctBy(e => (e.Year, e.Number)).OrderBy(e => e.Year).ThenBy(e => e.Number)],
            [.. calendars.SelectMany(c => c.Overlays).DistinctBy(o => o.Id)]
        )
        {
            Statutory = [.. calendars.SelectMany(c => c.Beyond).GroupBy(s => (s.Published, s.From)).Select(Whole)],
        };

    // Each calendar holds the years that lay ahead of it.
    private static StatutoryEdition Whole(IEnumerable<StatutoryEdition> parts) =>
        parts.First() with
        {
            Days = [.. parts.SelectMany(p => p.Days).DistinctBy(d => d.Date).OrderBy(d => d.Date)],
        };

    private static Organisation Lead(ProcessDefinition definition, Facts facts, WorkCalendar? calendar)
    {
        var id = facts.Offices.GetValueOrDefault(definition.Item.Lead, definition.Item.Lead);
        return new Organisation(
            id,
            id,
            "city",
            calendar?.Zone ?? Organisation.DefaultZone,
            [.. (calendar?.Overlays ?? []).Select(o => o.Id)]
        );
    }

    private static CatalogueItem Item(ProcessDefinition definition, Facts facts) =>
        new()
        {
            Code = definition.Item.Code,
            Title = definition.Title.Zh,
            Type = definition.Item.Type,
            Lead = facts.Offices.GetValueOrDefault(definition.Item.Lead, definition.Item.Lead),
            Hall = facts.Item!.Hall,
            ExOfficio = facts.Item.ExOfficio,
            Status = [new ItemStatus(facts.Item.Status, Always)],
            Offices = facts.Offices,
        };
}

using Workflow.Engine.Calendars;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Where a teller finds what entries only name: definitions, calendars, people, organisations.</summary>
/// <param name="Bound">A definition by its digest.</param>
/// <param name="Calendar">A calendar in whose zone the days of an entry lie.</param>
/// <param name="Person">A person's name on a day; null for one that nobody knows.</param>
/// <param name="Organisation">An organisation's title; null for one that nobody knows.</param>
public sealed record Glossary(
    Func<string, PublishedProcess> Bound,
    Func<LedgerEntry, WorkCalendar> Calendar,
    Func<string, DateOnly, string?> Person,
    Func<string, LocalizedText?> Organisation
)
{
    /// <summary>The names of a world's register.</summary>
    public static Glossary Of(ScenarioWorld world) =>
        new(
            world.Bound,
            e => world.Calendar(world.Bound(e.Definition), DateOnly.MaxValue),
            (id, day) => world.Register.Person(id, day)?.Name,
            id => world.Register.FindOrganisation(id)?.Words()
        );

    /// <summary>The names that the entries hold themselves: the facts of each decision name its people, the definition its offices.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="bound">A definition by its digest.</param>
    /// <param name="calendar">A calendar by its digest.</param>
    public static Glossary Of(IEnumerable<LedgerEntry> entries, Func<string, PublishedProcess> bound, Func<string, WorkCalendar> calendar)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var party in entry.Events.SelectMany(Parties))
                names.TryAdd(party.Person, party.Name);
            foreach (var person in entry.Stamp.Facts.People)
                names[person.Id] = person.Name;
        }

        return new Glossary(bound, e => calendar(e.Stamp.Facts.Calendar), (id, _) => names.GetValueOrDefault(id), _ => null);
    }

    private static IEnumerable<PartyEntry> Parties(CaseEvent happened) =>
        happened is CaseLodged lodged ? lodged.Parties
        : happened is CaseAdopted adopted ? adopted.Parties
        : happened is PartyAdded added ? [added.Party]
        : [];
}

using Workflow.Engine.Deciding;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Alerts;

/// <summary>
/// Lists for a person the officers whom another party named as parties: they act on until somebody confirms it, and whoever is
/// confirmed after having acted has acted in their own case.
/// </summary>
internal sealed class OfficersAsParties(NewEntry entry, Func<string, PersonFact?> register, WriteSession session)
{
    internal void Note()
    {
        foreach (var party in entry.Events.OfType<CaseLodged>().SelectMany(e => e.Parties).Where(p => p.Unconfirmed is true))
            if (register(party.Person) is { } person && IsOfficer(person))
                Raise(person.Id, AlertMessages.OfficerNamed(Name(person.Id)));
        foreach (var person in entry.Events.Select(Certain).OfType<string>())
            if (ActedAt(person).FirstOrDefault() is { } step)
                Raise(person, AlertMessages.ActedInOwnCase(Name(person), AlertNames.Step(entry, step)));
    }

    // Who is a party for certain from now on, and was not before.
    private static string? Certain(CaseEvent happened) =>
        happened is PartyConfirmed confirmed ? confirmed.Person
        : happened is PartyAdded added ? added.Party.Person
        : null;

    private void Raise(string person, Message message) => AlertList.Raise(AlertKinds.OfficerAsParty, entry, person, message, session);

    private bool IsOfficer(PersonFact person) => person.Posts.Any(p => entry.After.Offices.Values.Contains(p.Organisation));

    private IEnumerable<string> ActedAt(string person) =>
        entry
            .After.Superseded.Concat(entry.After.Steps.Values)
            .Where(s => s.Actors.Contains(person) && !s.Entitled.Any(e => e.Person == person && !e.IsForOffice))
            .Select(s => s.Key);

    private NameValue Name(string person) => new(person, register(person)?.Name ?? person);
}

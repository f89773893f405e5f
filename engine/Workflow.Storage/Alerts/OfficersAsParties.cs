using Workflow.Engine.Deciding;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Alerts;

/// <summary>
/// Lists for a person the officers who are parties. Whom others name acts on until it is confirmed; who is one for certain steps back
/// and sees the case no more than a party does; and whoever is confirmed after having acted has acted in their own case.
/// </summary>
internal sealed class OfficersAsParties(NewEntry entry, Func<string, PersonFact?> register, WriteSession session)
{
    internal void Note()
    {
        foreach (var party in entry.Events.SelectMany(Begun).Where(p => p.ForOffice is not true))
            if (IsOfficer(party.Person))
                Raise(party.Person, party.Unconfirmed is true ? Named(party.Person) : Is(party.Person));
        foreach (var person in entry.Events.Select(Certain).OfType<string>())
            if (ActedAt(person).FirstOrDefault() is { } step)
                Raise(person, AlertMessages.ActedInOwnCase(Name(person), AlertNames.Step(entry, step)));
            else if (IsOfficer(person))
                Raise(person, Is(person));
        foreach (var denied in entry.Events.OfType<PartyUnconfirmed>().Where(e => e.By == e.Person && IsOfficer(e.Person)))
            Raise(denied.Person, AlertMessages.OfficerDenies(Name(denied.Person)));
    }

    private static IEnumerable<PartyEntry> Begun(CaseEvent happened) =>
        happened is CaseLodged lodged ? lodged.Parties
        : happened is CaseAdopted adopted ? adopted.Parties
        : [];

    private Message Named(string person) =>
        Oversees(person) ? AlertMessages.OverseerNamed(Name(person)) : AlertMessages.OfficerNamed(Name(person));

    private Message Is(string person) => AlertMessages.OfficerIsParty(Name(person));

    // Who is a party for certain from now on, and was not before.
    private static string? Certain(CaseEvent happened) =>
        happened is PartyConfirmed confirmed ? confirmed.Person
        : happened is PartyAdded added ? added.Party.Person
        : null;

    private void Raise(string person, Message message) => AlertList.Raise(AlertKinds.OfficerAsParty, entry, person, message, session);

    // Supervision and audit read every case, whichever offices take part in it.
    private bool IsOfficer(string person) =>
        Oversees(person) || register(person)?.Posts.Any(p => entry.After.Offices.Values.Contains(p.Organisation)) == true;

    private bool Oversees(string person) => register(person)?.Posts.Any(p => Roles.Oversees(p.Role)) == true;

    private IEnumerable<string> ActedAt(string person) =>
        entry
            .After.Superseded.Concat(entry.After.Steps.Values)
            .Where(s => s.Actors.Contains(person) && !s.Entitled.Any(e => e.Person == person && !e.IsForOffice))
            .Select(s => s.Key);

    private NameValue Name(string person) => new(person, register(person)?.Name ?? person);
}

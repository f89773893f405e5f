using System.Collections.Immutable;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding;

/// <summary>Guards about persons: entitlement, number, qualification and separation.</summary>
internal static class Actors
{
    /// <summary>The person whose right is used: the one acted for, otherwise the actor.</summary>
    internal static PersonFact? Principal(CaseLook look) => Find(look, look.Stamp.For ?? look.Stamp.Actor);

    /// <summary>A person of the facts; the one acted for as far as the deputy stands in for them.</summary>
    internal static PersonFact? Find(CaseLook look, string id)
    {
        if (Visitors.Find(look, id) is { } visitor)
            return visitor;
        var person = look.Stamp.Facts.People.FirstOrDefault(p => p.Id == id);
        return Deputyship.IsUsed(look, id) ? person?.ActedForBy(look.Stamp.Actor, look.Definition.Id) : person;
    }

    /// <summary>Whether the actor may use an entitlement that is no step's.</summary>
    internal static bool Admitted(CaseLook look, Entitlement entitled) => Admitted(look, null, entitled);

    /// <summary>Whether the actor may use an entitlement at a step: the one whose right it is has it that day, and nobody decides for an office in their own case.</summary>
    /// <param name="look">The decision in the making.</param>
    /// <param name="key">The step's key; null for the case as a whole.</param>
    /// <param name="entitled">The entitlement.</param>
    internal static bool Admitted(CaseLook look, string? key, Entitlement entitled) =>
        IsEntitled(look, entitled)
        && (!entitled.IsForOffice || OwnCase.Check(look, key) is null)
        && (key is null || Seating.MayTake(look, key, entitled));

    /// <summary>Whether the right is the actor's, or that of the one acted for, whoever the parties are.</summary>
    internal static bool IsEntitled(CaseLook look, Entitlement entitled) => Principal(look) is { } person && entitled.Admits(person);

    /// <summary>Nobody outside the offices and parties of a case may touch it.</summary>
    internal static Refusal? MustTakePart(CaseLook look) =>
        Principal(look) is { } person && (TakesPart(look, person) || IsParty(look, person))
            ? null
            : NotYours(look, ActorRefusals.WhoTakesPart());

    /// <summary>Nobody but an office that takes part.</summary>
    internal static Refusal? MustBeOfficial(CaseLook look) =>
        Principal(look) is { } person && TakesPart(look, person) ? OwnCase.Check(look, null) : NotYours(look, ActorRefusals.AnOfficer());

    /// <summary>Nobody but an officer of the leading office.</summary>
    internal static Refusal? MustBeOfLead(CaseLook look) =>
        Principal(look) is { } person && Head(look).IsOfOffice(person)
            ? OwnCase.Check(look, null)
            : NotYours(look, ActorRefusals.OfTheLead());

    /// <summary>Nobody but an officer of the leading office, and whoever has one of some steps: a clock or a material is of those whose work it is.</summary>
    /// <param name="look">The decision in the making.</param>
    /// <param name="steps">The keys of the steps.</param>
    internal static Refusal? MustBeOfLeadOr(CaseLook look, IEnumerable<string> steps)
    {
        if (Principal(look) is { } person && (Head(look).IsOfOffice(person) || steps.Any(key => Holds(look, key))))
            return OwnCase.Check(look, null);
        return NotYours(look, ActorRefusals.OfTheLeadOrTheStep());
    }

    private static bool Holds(CaseLook look, string key) => StepGuards.Who(look, key).Any(e => e.IsForOffice && IsEntitled(look, e));

    private static bool TakesPart(CaseLook look, PersonFact person) => Entitlements.TakesPart(person, look.State.Offices.Values);

    // A deputy for some posts does not stand for the party that the absent are in person.
    private static bool IsParty(CaseLook look, PersonFact person) => !person.IsPart && look.State.Parties.Any(p => p.Person == person.Id);

    private static Refusal NotYours(CaseLook look, MessageValue who) => ActorRefusals.NotYours(who, Naming.Actor(look));

    /// <summary>The head of the leading office.</summary>
    internal static Entitlement Head(CaseLook look)
    {
        var lead = (look.From ?? look.Process).Definition.Item.Lead;
        return new Entitlement(
            $"{new OfficeRole(lead, Roles.Leader)}",
            look.State.Offices.GetValueOrDefault(lead, lead),
            Roles.Leader,
            null
        );
    }

    /// <summary>Refuses whom the register does not know.</summary>
    internal static Refusal Unknown(string? person) => ActorRefusals.Unknown(person);

    /// <summary>Nobody but a leader of the leading office.</summary>
    internal static Refusal? MustLead(CaseLook look) =>
        Head(look) is var head && IsEntitled(look, head) ? OwnCase.Check(look, null) : NotYours(look, Naming.Post(look, head));

    /// <summary>Nobody but the supervision office.</summary>
    internal static Refusal? MustSupervise(CaseLook look) =>
        Principal(look) is { } person && person.Holds(Roles.Supervisor)
            ? OwnCase.Check(look, null)
            : NotYours(look, ActorRefusals.TheSupervision());

    /// <summary>The natural persons who have a part in the act: the actor, the one acted for, and the others who sign.</summary>
    internal static IEnumerable<string> Acting(CaseLook look, ImmutableArray<string> with) =>
        with.Append(look.Stamp.Actor).Concat(look.Stamp.For is { } absent ? [absent] : []);

    /// <summary>Everybody whom separation keeps from a step, and the parties, who never act for an office in their own case.</summary>
    internal static HashSet<string> Barred(CaseLook look, StepNode node) =>
        [.. look.Process.Separated(node.Id).SelectMany(other => Acted(look, other)), .. OwnCase.Barred(look, node)];

    private static HashSet<string> Acted(CaseLook look, string id) =>
        look
            .State.Superseded.Concat(look.State.Steps.Values)
            .Where(s => StepKey.IdOf(s.Key) == id)
            .SelectMany(s => s.Actors)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Separation compares natural persons over every run of the other step, superseded ones included. It holds both ways round:
    /// whoever acted in the later step may not act in the earlier one when that runs again.
    /// </summary>
    internal static Refusal? Separation(CaseLook look, WorkNode node, ImmutableArray<string> with) =>
        Apart(look, node, [.. Acting(look, with)]);

    /// <summary>Refuses the first of some persons who acted in a step that separation keeps apart from this one.</summary>
    internal static Refusal? Apart(CaseLook look, WorkNode node, ImmutableArray<string> people)
    {
        foreach (var other in look.Process.Separated(node.Id))
            if (people.FirstOrDefault(Acted(look, other).Contains) is { } both)
                return SigningRefusals.Separation(Naming.Step(node), Naming.Step(look, other), Naming.Person(look, both));
        return null;
    }
}

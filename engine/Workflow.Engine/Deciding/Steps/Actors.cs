using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Guards about persons: entitlement, number, qualification and separation.</summary>
internal static class Actors
{
    private const string LeaderRole = "leader";
    private const string SupervisorRole = "supervisor";

    /// <summary>The person whose right is used: the one acted for, otherwise the actor.</summary>
    internal static PersonFact? Principal(CaseTurn turn) => Find(turn, turn.Stamp.For ?? turn.Stamp.Actor);

    /// <summary>A person of the facts; the one acted for as far as the deputy stands in for them.</summary>
    internal static PersonFact? Find(CaseTurn turn, string id)
    {
        var person = turn.Stamp.Facts.People.FirstOrDefault(p => p.Id == id);
        return Deputyship.IsUsed(turn, id) ? person?.ActedForBy(turn.Stamp.Actor, turn.Definition.Id) : person;
    }

    internal static bool Admitted(CaseTurn turn, Entitlement entitled) => Principal(turn) is { } person && entitled.Admits(person);

    /// <summary>Nobody outside the offices and parties of a case may touch it.</summary>
    internal static Refusal? MustTakePart(CaseTurn turn) =>
        Principal(turn) is { } person && (Entitlements.TakesPart(person, turn.State.Offices.Values) || !person.IsPart && turn.State.Parties.Any(p => p.Person == person.Id))
            ? null
            : new Refusal("case.not_yours", $"Expected somebody who takes part in the case, but {turn.Stamp.Actor} does not.");

    /// <summary>Nobody but an office that takes part.</summary>
    internal static Refusal? MustBeOfficial(CaseTurn turn) =>
        Principal(turn) is { } person && Entitlements.TakesPart(person, turn.State.Offices.Values)
            ? null
            : new Refusal("case.not_yours", $"Expected an officer of an office that takes part, but {turn.Stamp.Actor} is none.");

    /// <summary>The head of the leading office.</summary>
    internal static Entitlement Head(CaseTurn turn)
    {
        var lead = (turn.From ?? turn.Process).Definition.Item.Lead;
        return new Entitlement($"{lead}.{LeaderRole}", turn.State.Offices.GetValueOrDefault(lead, lead), LeaderRole, null);
    }

    /// <summary>Refuses whom the register does not know.</summary>
    internal static Refusal Unknown(string? person, string? wayOut = null) => new("person.unknown", $"Expected somebody of the register, but it does not know '{person}'.", wayOut);

    /// <summary>Nobody but a leader of the leading office.</summary>
    /// <param name="turn">The decision in the making.</param>
    /// <param name="what">What is to be done, for the sentence.</param>
    internal static Refusal? MustLead(CaseTurn turn, string what)
    {
        var entitled = Head(turn);
        return Admitted(turn, entitled) ? null : new Refusal("case.not_yours", $"Expected {entitled.Key} to {what}, but {turn.Stamp.Actor} is not.");
    }

    /// <summary>Nobody but the supervision office.</summary>
    internal static Refusal? MustSupervise(CaseTurn turn) =>
        Principal(turn) is { } person && person.Posts.Any(p => p.Role == SupervisorRole)
            ? null
            : new Refusal("case.not_yours", $"Expected the supervision office to do this, but {turn.Stamp.Actor} is not of it.");

    /// <summary>Whether enough different, qualified officers sign together.</summary>
    internal static Refusal? Signers(CaseTurn turn, Entitlement entitled, int officers, ImmutableArray<string> qualified, ImmutableArray<string> with)
    {
        var ids = with.Append(turn.Stamp.For ?? turn.Stamp.Actor).Distinct().ToList();
        if (ids.Count < officers) return new Refusal("step.officers_missing", $"Expected {officers} different officers to sign, but {ids.Count} did.", "name the others");
        foreach (var id in ids)
        {
            if (Find(turn, id) is not { } person) return new Refusal("step.signer_unknown", $"Expected the register to know every signer, but it does not know '{id}'.");
            if (!entitled.Admits(person) && !entitled.AdmitsColleague(person)) return new Refusal("step.signer_not_entitled", $"Expected every signer to be {entitled.Key}, but {person.Name} is not.");
            if (qualified.FirstOrDefault(q => !person.Qualifications.Contains(q)) is { } lacking) return new Refusal("step.signer_not_qualified", $"Expected every signer to hold {lacking}, but {person.Name} does not.");
        }

        return null;
    }

    /// <summary>The natural persons who have a part in the act: the actor, the one acted for, and the others who sign.</summary>
    internal static IEnumerable<string> Acting(CaseTurn turn, ImmutableArray<string> with) => with.Append(turn.Stamp.Actor).Concat(turn.Stamp.For is { } absent ? [absent] : []);

    /// <summary>Everybody whom separation keeps from a step.</summary>
    internal static HashSet<string> Barred(CaseTurn turn, StepNode node) => [.. turn.Process.Separated(node.Id).SelectMany(other => Acted(turn, other))];

    private static HashSet<string> Acted(CaseTurn turn, string id) =>
        turn.State.Superseded.Concat(turn.State.Steps.Values).Where(s => PublishedProcess.IdOf(s.Key) == id).SelectMany(s => s.Actors).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Separation compares natural persons over every run of the other step, superseded ones included. It holds both ways round:
    /// whoever acted in the later step may not act in the earlier one when that runs again.
    /// </summary>
    internal static Refusal? Separation(CaseTurn turn, WorkNode node, ImmutableArray<string> with) => Apart(turn, node, [.. Acting(turn, with)]);

    /// <summary>Refuses the first of some persons who acted in a step that separation keeps apart from this one.</summary>
    internal static Refusal? Apart(CaseTurn turn, WorkNode node, ImmutableArray<string> people)
    {
        foreach (var other in turn.Process.Separated(node.Id))
        {
            var acted = Acted(turn, other);
            var both = people.FirstOrDefault(acted.Contains);
            if (both is not null) return new Refusal("step.separation", $"Expected somebody who did not act in {Naming.Step(turn, other)}, but {both} did.", "let a colleague act");
        }

        return null;
    }
}

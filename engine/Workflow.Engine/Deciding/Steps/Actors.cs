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
    internal static PersonFact? Principal(CaseLook look) => Find(look, look.Stamp.For ?? look.Stamp.Actor);

    /// <summary>A person of the facts; the one acted for as far as the deputy stands in for them.</summary>
    internal static PersonFact? Find(CaseLook look, string id)
    {
        var person = look.Stamp.Facts.People.FirstOrDefault(p => p.Id == id);
        return Deputyship.IsUsed(look, id) ? person?.ActedForBy(look.Stamp.Actor, look.Definition.Id) : person;
    }

    internal static bool Admitted(CaseLook look, Entitlement entitled) => Principal(look) is { } person && entitled.Admits(person);

    /// <summary>Nobody outside the offices and parties of a case may touch it.</summary>
    internal static Refusal? MustTakePart(CaseLook look) =>
        Principal(look) is { } person && (Entitlements.TakesPart(person, look.State.Offices.Values) || !person.IsPart && look.State.Parties.Any(p => p.Person == person.Id))
            ? null
            : new Refusal("case.not_yours", $"Expected somebody who takes part in the case, but {look.Stamp.Actor} does not.");

    /// <summary>Nobody but an office that takes part.</summary>
    internal static Refusal? MustBeOfficial(CaseLook look) =>
        Principal(look) is { } person && Entitlements.TakesPart(person, look.State.Offices.Values)
            ? null
            : new Refusal("case.not_yours", $"Expected an officer of an office that takes part, but {look.Stamp.Actor} is none.");

    /// <summary>The head of the leading office.</summary>
    internal static Entitlement Head(CaseLook look)
    {
        var lead = (look.From ?? look.Process).Definition.Item.Lead;
        return new Entitlement($"{lead}.{LeaderRole}", look.State.Offices.GetValueOrDefault(lead, lead), LeaderRole, null);
    }

    /// <summary>Refuses whom the register does not know.</summary>
    internal static Refusal Unknown(string? person, string? wayOut = null) => new("person.unknown", $"Expected somebody of the register, but it does not know '{person}'.", wayOut);

    /// <summary>Nobody but a leader of the leading office.</summary>
    /// <param name="look">The decision in the making.</param>
    /// <param name="what">What is to be done, for the sentence.</param>
    internal static Refusal? MustLead(CaseLook look, string what)
    {
        var entitled = Head(look);
        return Admitted(look, entitled) ? null : new Refusal("case.not_yours", $"Expected {entitled.Key} to {what}, but {look.Stamp.Actor} is not.");
    }

    /// <summary>Nobody but the supervision office.</summary>
    internal static Refusal? MustSupervise(CaseLook look) =>
        Principal(look) is { } person && person.Posts.Any(p => p.Role == SupervisorRole)
            ? null
            : new Refusal("case.not_yours", $"Expected the supervision office to do this, but {look.Stamp.Actor} is not of it.");

    /// <summary>Whether enough different, qualified officers sign together.</summary>
    internal static Refusal? Signers(CaseLook look, Entitlement entitled, int officers, ImmutableArray<string> qualified, ImmutableArray<string> with)
    {
        var ids = with.Append(look.Stamp.For ?? look.Stamp.Actor).Distinct().ToList();
        if (ids.Count < officers) return new Refusal("step.officers_missing", $"Expected {officers} different officers to sign, but {ids.Count} did.", "name the others");
        foreach (var id in ids)
        {
            if (Find(look, id) is not { } person) return new Refusal("step.signer_unknown", $"Expected the register to know every signer, but it does not know '{id}'.");
            if (!entitled.Admits(person) && !entitled.AdmitsColleague(person)) return new Refusal("step.signer_not_entitled", $"Expected every signer to be {entitled.Key}, but {person.Name} is not.");
            if (qualified.FirstOrDefault(q => !person.Qualifications.Contains(q)) is { } lacking) return new Refusal("step.signer_not_qualified", $"Expected every signer to hold {lacking}, but {person.Name} does not.");
        }

        return null;
    }

    /// <summary>The natural persons who have a part in the act: the actor, the one acted for, and the others who sign.</summary>
    internal static IEnumerable<string> Acting(CaseLook look, ImmutableArray<string> with) => with.Append(look.Stamp.Actor).Concat(look.Stamp.For is { } absent ? [absent] : []);

    /// <summary>Everybody whom separation keeps from a step.</summary>
    internal static HashSet<string> Barred(CaseLook look, StepNode node) => [.. look.Process.Separated(node.Id).SelectMany(other => Acted(look, other))];

    private static HashSet<string> Acted(CaseLook look, string id) =>
        look.State.Superseded.Concat(look.State.Steps.Values).Where(s => PublishedProcess.IdOf(s.Key) == id).SelectMany(s => s.Actors).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Separation compares natural persons over every run of the other step, superseded ones included. It holds both ways round:
    /// whoever acted in the later step may not act in the earlier one when that runs again.
    /// </summary>
    internal static Refusal? Separation(CaseLook look, WorkNode node, ImmutableArray<string> with) => Apart(look, node, [.. Acting(look, with)]);

    /// <summary>Refuses the first of some persons who acted in a step that separation keeps apart from this one.</summary>
    internal static Refusal? Apart(CaseLook look, WorkNode node, ImmutableArray<string> people)
    {
        foreach (var other in look.Process.Separated(node.Id))
        {
            var acted = Acted(look, other);
            var both = people.FirstOrDefault(acted.Contains);
            if (both is not null) return new Refusal("step.separation", $"Expected somebody who did not act in {Quoted.Step(look, other)}, but {both} did.", "let a colleague act");
        }

        return null;
    }
}

using System.Collections.Immutable;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.People;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Who has to sign together.</summary>
/// <param name="Step">The key of the step.</param>
/// <param name="By">Whose signature it is.</param>
/// <param name="Officers">How many different officers sign; at least 1.</param>
/// <param name="Qualified">What each of them is qualified for.</param>
internal sealed record Signature(string Step, Entitlement By, int Officers, ImmutableArray<string> Qualified)
{
    /// <summary>What a step asks of those who sign its outcome.</summary>
    internal static Signature Of(WorkNode node, string key, Entitlement by) =>
        node is StepNode step ? new Signature(key, by, step.Officers, step.Qualified) : new Signature(key, by, 1, []);

    /// <summary>What a joint review asks of those who sign the answer of a participant.</summary>
    internal static Signature Of(JointNode joint, string key, Entitlement by) =>
        joint.ParticipantOf(by.Key) is { } who ? new Signature(key, by, who.Officers, who.Qualified) : new Signature(key, by, 1, []);
}

/// <summary>
/// Signing together 共同签署: whoever acts names the others, and the outcome, or the answer in a joint review, waits until each of them
/// has confirmed it by an act of their own. Whoever is away that day signs nothing, and nobody signs for them.
/// </summary>
internal static class Cosigning
{
    /// <summary>Whether enough different officers would sign, each of whom may and is at work.</summary>
    internal static Refusal? Check(CaseLook look, Signature asked, ImmutableArray<string> with)
    {
        var others = Others(look, with);
        if (others.Length + 1 < asked.Officers)
            return SigningRefusals.OfficersMissing(asked.Officers, others.Length + 1);
        return others.Prepend(look.Stamp.For ?? look.Stamp.Actor).Select(id => Signer(look, asked, id)).FirstOrDefault(r => r is not null)
            ?? (asked.Officers == 1 && others.IsEmpty ? null : Away(look, others.Add(look.Stamp.Actor)));
    }

    /// <summary>Returns the natural persons named beside the actor and the one acted for.</summary>
    internal static ImmutableArray<string> Others(CaseLook look, ImmutableArray<string> with) =>
        [.. with.Where(id => id != look.Stamp.Actor && id != look.Stamp.For).Distinct()];

    private static Refusal? Signer(CaseLook look, Signature asked, string id)
    {
        if (Actors.Find(look, id) is not { } person)
            return SigningRefusals.Unknown(id);
        if (asked.By.IsForOffice && OwnCase.Check(look, asked.Step, id) is { } own)
            return own;
        if (!asked.By.Admits(person) && !asked.By.AdmitsColleague(person))
            return SigningRefusals.NotEntitled(Naming.Post(look, asked.By with { Person = null }), Naming.Person(person));
        return asked.Qualified.FirstOrDefault(q => !person.Qualifications.Contains(q)) is { } lacking
            ? SigningRefusals.NotQualified(lacking, Naming.Person(person))
            : null;
    }

    private static Refusal? Away(CaseLook look, IEnumerable<string> people) =>
        people.Select(id => Actors.Find(look, id)).FirstOrDefault(p => p is { IsAway: true }) is { } away
            ? SigningRefusals.Away(Naming.Person(away), look.On)
            : null;

    /// <summary>Asks those who sign the outcome of a step with the actor; who was asked before is not asked twice.</summary>
    internal static void Ask(CaseTurn turn, string key, ImmutableArray<string> with)
    {
        foreach (var other in Others(turn, with))
            if (!turn.State.Steps[key].Sides.Any(t => t is { Kind: SideKind.After, Recalled: null } && t.Who.Person == other))
                Involving.Ask(turn, key, SideKind.After, Entitlement.OfPerson(other), null);
    }

    /// <summary>Asks those who sign an answer in a joint review with the actor. What the participant had put before others until then lapses.</summary>
    internal static void Ask(CaseTurn turn, string key, GivenAnswer given)
    {
        Lapse(turn, key, given.Participant, evenSigned: true);
        foreach (var other in given.With)
            Involving.Ask(turn, key, SideKind.After, Entitlement.OfPerson(other), null, given);
    }

    /// <summary>Takes back what a participant had put before others who have not replied, or also before those who have.</summary>
    internal static void Lapse(CaseTurn turn, string key, string participant, bool evenSigned = false)
    {
        var asked = turn.State.Steps[key].Sides.Where(t => t.Recalled is null && t.Answer?.Participant == participant);
        foreach (var task in asked.Where(t => t.IsOpen || (evenSigned && t.Reply is { Agrees: true })).ToList())
            turn.Apply(new SideRecalled(key, task.Number, turn.Stamp.Actor, null));
    }

    /// <summary>Whether the one who was asked may sign: in person, at work that day, and still entitled. Null for whoever signs for another reason.</summary>
    internal static Refusal? MayConfirm(CaseLook look, string key, SideTask task)
    {
        if (Asked(look, key, task) is not { } asked)
            return null;
        if (look.Stamp.For is not null || look.Stamp.Actor != task.Who.Person)
            return SigningRefusals.InPerson(Naming.Person(look, task.Who.Person!));
        return Signer(look, asked, look.Stamp.Actor) ?? Away(look, [look.Stamp.Actor]) ?? OneVoice.Check(look, key, []);
    }

    private static Signature? Asked(CaseLook look, string key, SideTask task)
    {
        var (node, step) = ((WorkNode)look.Process.Find(key)!, look.State.Steps[key]);
        if (task.Answer is { } answer)
            return step.Roll.FirstOrDefault(e => e.Key == answer.Participant) is { } seat ? Signature.Of((JointNode)node, key, seat) : null;
        return task.Kind == SideKind.After && step.Proposed?.Command.With.Contains(task.Who.Person!) == true
            ? Signature.Of(node, key, Post(look, key, task.Who.Person!))
            : null;
    }

    private static Entitlement Post(CaseLook look, string key, string id)
    {
        var (person, posts) = (Actors.Find(look, id), StepGuards.Who(look, key));
        return posts.FirstOrDefault(e => person is not null && (e.Admits(person) || e.AdmitsColleague(person))) ?? posts[0];
    }

    /// <summary>Returns the natural persons of what waits at a step for signatures: a paper that goes out with the last of them may name them.</summary>
    internal static IEnumerable<string> People(CaseState state, string key) =>
        state.Steps.GetValueOrDefault(key)?.Proposed is { } waiting ? waiting.Voices.Concat(waiting.Command.With) : [];

    /// <summary>Returns who has confirmed an outcome, of those whom its command names.</summary>
    internal static ImmutableArray<string> Signed(StepState step, ImmutableArray<string> with) =>
        [
            .. step
                .Sides.Where(t => t is { Kind: SideKind.After, Recalled: null, Reply.Agrees: true } && with.Contains(t.Who.Person!))
                .Select(t => t.Reply!.By)
                .Distinct(),
        ];

    /// <summary>Whether too few are left of those who had to confirm an outcome, because one was taken off.</summary>
    internal static Refusal? Lacks(CaseLook look, WorkNode node, StepState step)
    {
        var signed = 1 + Signed(step, step.Proposed!.Command.With).Length;
        return node is StepNode { Officers: var officers } && signed < officers ? SigningRefusals.OfficersMissing(officers, signed) : null;
    }

    /// <summary>Returns an answer in a joint review that all whom it names have confirmed, with the day of the last of them; null while one is waited for.</summary>
    internal static GivenAnswer? Confirmed(StepState step, GivenAnswer waiting)
    {
        var replies = step
            .Sides.Where(t => t.Recalled is null && t.Answer?.Participant == waiting.Participant)
            .Select(t => t.Reply)
            .OfType<SideReply>()
            .ToList();
        return waiting.With.All(id => replies.Exists(r => r.By == id && r.Agrees))
            ? waiting with
            {
                On = replies.Select(r => r.On).Append(waiting.On).Max(),
            }
            : null;
    }
}

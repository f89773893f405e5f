using System.Diagnostics;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.People;

/// <summary>Adds signers to an open step and takes them off 加签、减签.</summary>
internal static class Signing
{
    internal static Operation AddOperation { get; } =
        Operation.Of<AddSigner>(Add, (look, c) => BuiltOn.Opened(look, c.Step)) with
        {
            AtTask = (look, node, step) =>
                step.Status != StepStatus.Open
                    ? []
                    : Places(node).Select(place => ActionOffer.At("add-signer", step.Key, MayAdd(look, step.Key), place.ToString())),
        };

    internal static Operation RemoveOperation { get; } =
        Operation.Of<RemoveSigner>(Remove, (look, c) => BuiltOn.Asked(look, c.Step, t => t.Who.Person == c.Person)) with
        {
            AtTask = (look, _, step) =>
                step.Status == StepStatus.Open ? [ActionOffer.At("remove-signer", step.Key, MayRemove(look, step.Key))] : [],
        };

    private static IEnumerable<SignerPlace> Places(WorkNode node) =>
        node is JointNode ? [SignerPlace.Beside] : Enum.GetValues<SignerPlace>();

    internal static Refusal? Add(CaseTurn turn, AddSigner command)
    {
        if (MayAdd(turn, command.Step) is { } refusal)
            return refusal;
        var joint = turn.Process.Find(command.Step) is JointNode;
        if (joint && command.Place != SignerPlace.Beside)
            return SignerRefusals.Place(Naming.Step(turn, command.Step));
        if (Involving.MayInvolve(turn, command.Step, command.Person) is { } not)
            return not;
        if (command.Place == SignerPlace.Beside && Involving.MustBeColleague(turn, command.Step, command.Person) is { } stranger)
            return stranger;
        if (joint && Involving.MustBeSilent(turn, command.Step, command.Person) is { } spoken)
            return spoken;
        Involving.Ask(turn, command.Step, Kind(command.Place), Entitlement.OfPerson(command.Person), command.Reasons);
        return null;
    }

    internal static Refusal? Remove(CaseTurn turn, RemoveSigner command)
    {
        if (StepGuards.MustBeOpen(turn, command.Step) is { } closed)
            return closed;
        if (PlainText.IsBlank(command.Reasons))
            return StepRefusals.ReasonsMissing(SignerRefusals.TakingOff());
        var added = Added(turn, command.Step).ToList();
        if (Removable(turn, command, added) is not { } task)
            return NoneToRemove(turn, command, added.Count);
        if (Involving.MayRecall(turn, command.Step, task) is { } refusal)
            return refusal;
        turn.Apply(new SideRecalled(command.Step, task.Number, turn.Stamp.Actor, command.Reasons));
        Proposing.Settle(turn, command.Step);
        return turn.Process.Find(command.Step) is JointNode joint ? CountAgain(turn, joint, command.Step) : null;
    }

    private static Refusal NoneToRemove(CaseLook look, RemoveSigner command, int added) =>
        added == 0
            ? SignerRefusals.None(Naming.Step(look, command.Step))
            : SignerRefusals.NotOne(Naming.Step(look, command.Step), Naming.Person(look, command.Person));

    // If two people asked the same signer, each takes back only their own request.
    private static SideTask? Removable(CaseLook look, RemoveSigner command, IEnumerable<SideTask> added)
    {
        var asked = added.Where(t => t.Who.Person == command.Person).ToList();
        return asked.Find(t => Involving.MayRecall(look, command.Step, t) is null) ?? asked.FirstOrDefault();
    }

    private static Refusal? CountAgain(CaseTurn turn, JointNode joint, string key)
    {
        var missing = Answering.Conclude(turn, joint, key);
        ParticipantClocks.Follow(turn, key);
        return missing;
    }

    /// <summary>Whether the actor may add a signer at a step at all.</summary>
    internal static Refusal? MayAdd(CaseLook look, string key) =>
        StepGuards.MustBeOpen(look, key)
        ?? (Involving.IsOfOffice(look, key) ? null : SignerRefusals.NotHere(Naming.Step(look, key)))
        ?? MustBeOpened(look, key)
        ?? StepGuards.MustBeYours(look, key)
        ?? OfficersRights.Check(look, key);

    /// <summary>Whether the actor may take some added signer off.</summary>
    internal static Refusal? MayRemove(CaseLook look, string key)
    {
        if (StepGuards.MustBeOpen(look, key) is { } closed)
            return closed;
        var added = Added(look, key).ToList();
        if (added.Count == 0)
            return SignerRefusals.None(Naming.Step(look, key));
        var refusals = added.Select(t => Involving.MayRecall(look, key, t)).ToList();
        return refusals.Contains(null) ? null : refusals[0];
    }

    /// <summary>Whether nobody has to sign or work before the step may have its outcome.</summary>
    internal static Refusal? MayFinish(CaseLook look, string key)
    {
        if (look.State.Steps.GetValueOrDefault(key) is not { Status: StepStatus.Open } step || look.Stamp.IsRule)
            return null;
        if (step.Proposed is not null)
            return StepRefusals.Proposed(Naming.Step(look, key));
        var isJoint = look.Process.Find(key) is JointNode;
        var waits = step.Sides.FirstOrDefault(t => Turns.IsBeforeHolder(t) || (!isJoint && t is { IsOpen: true, Kind: SideKind.Beside }));
        return waits is null ? null : StepRefusals.SignerWaits(Naming.Step(look, key), Naming.Post(look, waits.Who));
    }

    /// <summary>Refuses to go on over the word of a signer before the holder who did not agree, unless the holder says why, or the signer agrees after all.</summary>
    internal static Refusal? MustSayWhy(CaseLook look, Complete command) =>
        PlainText.IsBlank(command.Reasons) && Against(look, command.Step) is { } person
            ? StepRefusals.ReasonsMissing(SignerRefusals.AgainstASigner(Naming.Step(look, command.Step), Naming.Person(look, person)))
            : null;

    // Who was asked again counts by the last answer.
    private static string? Against(CaseLook look, string key) =>
        look.Run(key)
            ?.Sides.Where(t => t is { Kind: SideKind.Before, Recalled: null, Reply: not null })
            .GroupBy(t => t.Who.Person)
            .FirstOrDefault(g => g.Last().Reply is { Agrees: false })
            ?.Key;

    private static IEnumerable<SideTask> Added(CaseLook look, string key) =>
        look.State.Steps.GetValueOrDefault(key) is not { Status: StepStatus.Open } step
            ? []
            : step
                .Sides.Where(t => t is { Recalled: null, Kind: SideKind.Before or SideKind.After or SideKind.Beside })
                .Where(t => !HasSigned(look, key, t));

    // A signer after the holder who did not agree signs again; any other has had their say.
    private static bool HasSigned(CaseLook look, string key, SideTask task) =>
        (task.Kind == SideKind.After ? task.Reply is { Agrees: true } : task.Reply is not null)
        || look.State.Steps[key].Answers.Any(a => a.Participant == task.Who.Key);

    /// <summary>An any-time step counts as open before anybody opened it; who is involved needs the task itself.</summary>
    internal static Refusal? MustBeOpened(CaseLook look, string key) =>
        look.State.Steps.GetValueOrDefault(key)?.Status == StepStatus.Open ? null : StepRefusals.NotOpenedYet(Naming.Step(look, key));

    private static SideKind Kind(SignerPlace place) =>
        place switch
        {
            SignerPlace.Before => SideKind.Before,
            SignerPlace.After => SideKind.After,
            SignerPlace.Beside => SideKind.Beside,
            _ => throw new UnreachableException($"No answer for {place}."),
        };
}

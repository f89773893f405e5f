using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Steps;
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
    internal static Operation AddOperation { get; } = Operation.Of<AddSigner>(Add, (look, c) => BuiltOn.Opened(look, c.Step)) with
    {
        AtTask = (look, node, step) => step.Status != StepStatus.Open ? []
            : Places(node).Select(place => ActionOffer.At("add-signer", step.Key, MayAdd(look, step.Key), place.ToString())),
    };

    internal static Operation RemoveOperation { get; } =
        Operation.Of<RemoveSigner>(Remove, (look, c) => BuiltOn.Asked(look, c.Step, t => t.Who.Person == c.Person)) with
        {
            AtTask = (look, _, step) => step.Status != StepStatus.Open ? [] : [ActionOffer.At("remove-signer", step.Key, MayRemove(look, step.Key))],
        };

    private static IEnumerable<SignerPlace> Places(WorkNode node) => node is JointNode ? [SignerPlace.Beside] : Enum.GetValues<SignerPlace>();

    internal static Refusal? Add(CaseTurn turn, AddSigner command)
    {
        if (MayAdd(turn, command.Step) is { } refusal) return refusal;
        var joint = turn.Process.Find(command.Step) is JointNode;
        if (joint && command.Place != SignerPlace.Beside)
            return new Refusal("signer.place", $"Expected a signer beside the others at {Quoted.Step(turn, command.Step)}, but the place is {command.Place}.", "in a joint review a signer is one more on the roll");
        if (DrawingIn.MayDraw(turn, command.Step, command.Person) is { } not) return not;
        DrawingIn.Draw(turn, command.Step, Kind(command.Place), Entitlement.OfPerson(command.Person), command.Reasons);
        return null;
    }

    internal static Refusal? Remove(CaseTurn turn, RemoveSigner command)
    {
        if (StepGuards.MustBeOpen(turn, command.Step) is { } closed) return closed;
        if (string.IsNullOrWhiteSpace(command.Reasons)) return new Refusal("step.reasons_missing", "Expected reasons for taking the signer off, but there are none.");
        var added = Added(turn, command.Step).Where(t => t.Who.Person == command.Person).ToList();
        if (added.Count == 0)
            return new Refusal("signer.none", $"Expected {command.Person} to be an added signer at {Quoted.Step(turn, command.Step)} who has not signed, but there is none.");
        // Of somebody whom two have asked, one's own request is taken back.
        var task = added.Find(t => DrawingIn.MayRecall(turn, command.Step, t) is null) ?? added[0];
        if (DrawingIn.MayRecall(turn, command.Step, task) is { } refusal) return refusal;
        turn.Apply(new SideRecalled(command.Step, task.Number, turn.Stamp.Actor, command.Reasons));
        Proposing.Settle(turn, command.Step);
        if (turn.Process.Find(command.Step) is not JointNode joint) return null;
        var missing = Answering.Conclude(turn, joint, command.Step);
        ParticipantClocks.Follow(turn, command.Step);
        return missing;
    }

    /// <summary>Whether the actor may add a signer at a step at all.</summary>
    internal static Refusal? MayAdd(CaseLook look, string key) =>
        StepGuards.MustBeOpen(look, key)
        ?? (look.Process.Find(key) is StepNode { By: not PartyRole } or JointNode ? null : new Refusal("signer.not_here", $"Expected an office's step, but {Quoted.Step(look, key)} is none.", "signers are added where officers decide"))
        ?? MustBeOpened(look, key)
        ?? StepGuards.MustBeYours(look, key);

    /// <summary>Whether the actor may take some added signer off.</summary>
    internal static Refusal? MayRemove(CaseLook look, string key)
    {
        if (StepGuards.MustBeOpen(look, key) is { } closed) return closed;
        var added = Added(look, key).ToList();
        if (added.Count == 0) return new Refusal("signer.none", $"Expected an added signer at {Quoted.Step(look, key)} who has not signed, but there is none.");
        var refusals = added.Select(t => DrawingIn.MayRecall(look, key, t)).ToList();
        return refusals.Contains(null) ? null : refusals[0];
    }

    /// <summary>Whether nobody has to sign or work before the step may have its outcome.</summary>
    internal static Refusal? MayFinish(CaseLook look, string key)
    {
        if (look.State.Steps.GetValueOrDefault(key) is not { Status: StepStatus.Open } step || look.Stamp.IsRule) return null;
        if (step.Proposed is not null)
            return new Refusal("step.proposed", $"Expected {Quoted.Step(look, key)} to be open for an outcome, but one waits for the signers after it.", "wait for their signatures, or take the signers off");
        var waits = step.Sides.FirstOrDefault(t => t is { IsOpen: true, Kind: SideKind.Before or SideKind.Work } || (t is { IsOpen: true, Kind: SideKind.Beside } && look.Process.Find(key) is not JointNode));
        return waits is null ? null : new Refusal("step.signer_waits", $"Expected everybody drawn in at {Quoted.Step(look, key)} to have replied, but {waits.Who.Person} has not.", "wait for the reply, or take the request back");
    }

    private static IEnumerable<SideTask> Added(CaseLook look, string key) =>
        look.State.Steps.GetValueOrDefault(key) is not { Status: StepStatus.Open } step ? []
        : step.Sides.Where(t => t is { Recalled: null, Kind: SideKind.Before or SideKind.After or SideKind.Beside } && !HasSigned(look, key, t));

    // A signer after the holder who did not agree signs again; any other has had their say.
    private static bool HasSigned(CaseLook look, string key, SideTask task) =>
        (task.Kind == SideKind.After ? task.Reply is { Agrees: true } : task.Reply is not null) || look.State.Steps[key].Answers.Any(a => a.Participant == task.Who.Key);

    /// <summary>An any-time step counts as open before anybody opened it; who is drawn in needs the task itself.</summary>
    internal static Refusal? MustBeOpened(CaseLook look, string key) =>
        look.State.Steps.GetValueOrDefault(key)?.Status == StepStatus.Open ? null : new Refusal("step.not_open", $"Expected {Quoted.Step(look, key)} to be open, but nobody has opened it yet.", "open it first");

    private static SideKind Kind(SignerPlace place) => place switch
    {
        SignerPlace.Before => SideKind.Before,
        SignerPlace.After => SideKind.After,
        _ => SideKind.Beside,
    };
}

using System.Collections.Immutable;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Materials;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>
/// Opens the same run of a step again as if it had no outcome. One that closed other work (by having gone back, left a block or
/// ended the case) cannot be undone, since that work is gone.
/// </summary>
internal static class Undoing
{
    /// <summary>Opens the same run of a step again; what followed from its outcome is closed, void and unmarked, and its own clock runs on.</summary>
    internal static void Undo(CaseTurn turn, StepState step, string? by, PutAside cause)
    {
        ImmutableArray<string> gone = [.. After(turn, step.Key), .. Whole(turn, step)];
        if (!gone.IsEmpty)
            Supersession.Supersede(turn, new GoingBack(step.Key, step.Key, null, null) { Cause = cause }, gone);
        Voiding.Void(turn, d => d.Issued.Step == step.Key, cause);
        Unmarking.Unmark(turn, s => s == step.Key);
        Promising.OnUndone(turn, step.Key);
        turn.Apply(new StepTakenBack(step.Key, by, turn.On));
    }

    /// <summary>Whether an outcome closed nothing else and nothing that followed from it was served.</summary>
    internal static Refusal? MayUndo(CaseLook look, StepState step) =>
        Final(look, look.Process.PlaceOf(step.Key)!, step) is { } why
            ? TakebackRefusals.Final(why)
            : Serving.StandsInTheWay(look, After(look, step.Key).Append(step.Key), step.Key);

    /// <summary>Everything of the case that comes after a step: in its own list, in its outcomes, and after the blocks around it.</summary>
    internal static IEnumerable<string> After(CaseLook look, string key)
    {
        var place = look.Process.PlaceOf(key)!;
        var later = place.Around.Prepend(place).SelectMany(p => p.Behind).Concat(Outline.Bodies(place.Node).SelectMany(o => o.Steps));
        var ids = Outline.All(later).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return look.State.Steps.Keys.Where(k => ids.Contains(StepKey.IdOf(k)));
    }

    // Why an outcome stands; null where it may be undone. A way back, out of a block or to the end closes work only when it is
    // taken, which is after the steps that the outcome leads to.
    private static Message? Final(CaseLook look, Place place, StepState step)
    {
        var name = Naming.Step(look, step.Key);
        if (place.AnyTime)
            return TakebackRefusals.AtAnyTime(name);
        if (place.Node is not (StepNode or JointNode))
            return TakebackRefusals.NotChosen(name);
        if (HasClosedOthers((WorkNode)place.Node, step))
            return TakebackRefusals.ClosedOthers(name, Naming.Outcome(look, step.Key, step.Outcome!));
        return place.Around.FirstOrDefault(p => IsFinished(look, p.Node.Id)) is { } block
            ? TakebackRefusals.BlockEnded(name, Naming.Step(block.Node))
            : null;
    }

    private static bool HasClosedOthers(WorkNode node, StepState step) =>
        step.Status != StepStatus.Following && node.Outcomes.Single(o => o.Id == step.Outcome).Exit is not null;

    // A step that opens once per row is unfinished again as a whole; it finishes when this row does.
    private static IEnumerable<string> Whole(CaseLook look, StepState step)
    {
        var id = StepKey.IdOf(step.Key);
        return step.Key != id && look.State.Steps.GetValueOrDefault(id) is { Status: StepStatus.Done or StepStatus.Following } ? [id] : [];
    }

    private static bool IsFinished(CaseLook look, string id) =>
        look.State.Steps.GetValueOrDefault(id)?.Status is not (StepStatus.Open or StepStatus.Following);
}

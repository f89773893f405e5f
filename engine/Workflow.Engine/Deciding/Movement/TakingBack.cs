using System.Diagnostics;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Takes back one's own act until the next has acted 拿回: a rule about what is recorded, not a race.</summary>
internal static class TakingBack
{
    internal static Operation Operation { get; } =
        Operation.Of<TakeBack>(TakeBack, (look, c) => BuiltOn.Taken(look, c)) with
        {
            AtTask = Offers,
        };

    private static IEnumerable<ActionOffer> Offers(CaseLook look, WorkNode node, StepState step) =>
        step.Status switch
        {
            StepStatus.Open => node is JointNode
                ? [ActionOffer.At("take-back", step.Key, TakingAnswerBack.MayTakeAnswer(look, step.Key, null))]
                : [],
            StepStatus.Done or StepStatus.Following => step.Completed is not null
                ? [new ActionOffer("take-back", step.Key, null, node.Name(step.Key), MayTakeOutcome(look, step.Key))]
                : [],
            StepStatus.Skipped or StepStatus.Withdrawn => [],
            _ => throw new UnreachableException($"No answer for {step.Status}."),
        };

    internal static Refusal? TakeBack(CaseTurn turn, TakeBack command) =>
        turn.Process.Find(command.Step) is JointNode && turn.State.Steps.GetValueOrDefault(command.Step)?.Status == StepStatus.Open
            ? TakingAnswerBack.TakeBack(turn, command)
            : Outcome(turn, command.Step);

    /// <summary>Whether the actor may take back the outcome of a step.</summary>
    internal static Refusal? MayTakeOutcome(CaseLook look, string key)
    {
        if (look.State.Suspended is not null)
            return StepGuards.MustBeOpen(look, key);
        // What led to the conclusion stands; in the after-care the rule is the same as before.
        if (!look.IsOpen && !look.Process.IsAfter(key))
            return WholeCaseRefusals.Concluded(look.State.Number, Naming.Result(look));
        if (look.State.Steps.GetValueOrDefault(key) is not { Status: StepStatus.Done or StepStatus.Following, Completed: { } done } step)
            return TakebackRefusals.Nothing(Naming.Step(look, key));
        return MustBeOwn(look, key, done)
            ?? MustStillAct(look, step)
            ?? Deputyship.MustReach(look, key)
            ?? Undoing.MayUndo(look, step)
            ?? MustBeLast(look, step)
            ?? Lapsing.OfOutcome(look, step);
    }

    private static Refusal? Outcome(CaseTurn turn, string key)
    {
        if (MayTakeOutcome(turn, key) is { } refusal)
            return refusal;
        Undoing.Undo(turn, turn.State.Steps[key], turn.Stamp.Actor, PutAside.TakenBack);
        return null;
    }

    private static Refusal? MustBeOwn(CaseLook look, string key, StepCompleted done)
    {
        var step = Naming.Step(look, key);
        if (look.Process.Find(key) is JointNode && done.By is RuleActor)
            return TakebackRefusals.OfAll(step);
        return IsOwn(look.Stamp, done) ? null : TakebackRefusals.NotYours(step, Naming.Person(look, done.By), Naming.Actor(look));
    }

    // What a deputy did is the absent person's too.
    private static bool IsOwn(Stamp stamp, StepCompleted done) =>
        done.By == stamp.Actor || (done.For is { } absent && (absent == stamp.Actor || absent == stamp.For));

    // What nobody could then finish is not opened again: the post that day, or the deputyship, is asked for as at the act.
    private static Refusal? MustStillAct(CaseLook look, StepState step)
    {
        if (step.Entitled.Any(e => Actors.Admitted(look, step.Key, Leavers.Today(look, step, e))))
            return null;
        return OwnCase.OfOfficer(look, step.Key) ?? TakebackRefusals.NoLonger(Naming.Step(look, step.Key), Naming.Actor(look));
    }

    private static Refusal? MustBeLast(CaseLook look, StepState step) =>
        Undoing.After(look, step.Key).Select(k => look.State.Steps[k]).FirstOrDefault(s => s.Revision > step.Revision) is { } acted
            ? TakebackRefusals.Acted(Naming.Step(look, step.Key), Naming.Step(look, acted.Key))
            : null;
}

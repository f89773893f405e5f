using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Goes on at a later step of a list without what lies between 跳转: the head of the leading office alone, and never over a mandatory step.</summary>
internal static class Jumping
{
    internal static Refusal? Jump(CaseTurn turn, Jump command)
    {
        if (MayJump(turn, command.To) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(command.Reasons)) return new Refusal("step.reasons_missing", "Expected reasons for the jump, but there are none.");
        turn.Apply(new StepJumped(command.To, turn.Stamp.Actor, command.Reasons));
        foreach (var node in Skipped(turn, command.To))
        {
            foreach (var open in Outline.All([node]).SelectMany(n => Open(turn, n.Id)).ToList()) Withdrawal.Withdraw(turn, open, "jumped", turn.On);
            if (!turn.State.Steps.ContainsKey(node.Id)) turn.Apply(new StepSkipped(node.Id));
        }

        return null;
    }

    /// <summary>Returns the steps that a jump could aim at: not yet opened, behind the open work of their own list.</summary>
    internal static IEnumerable<string> Targets(CaseTurn turn) =>
        turn.Process.Places.Where(p => IsTarget(turn, p)).Select(p => p.Node.Id);

    internal static Refusal? MayJump(CaseTurn turn, string to)
    {
        if (Actors.MustLead(turn, $"jump to {Naming.Step(turn, to)}") is { } notYours) return notYours;
        if (turn.State.Suspended is not null) return StepGuards.MustBeOpen(turn, to);
        if (turn.Process.PlaceOf(to) is not { } place || !IsTarget(turn, place))
            return new Refusal("jump.target", $"Expected a later step behind the open work of its own list, but {Naming.Step(turn, to)} is none.");
        return Outline.All(Skipped(turn, to)).FirstOrDefault(n => n.Mandatory) is { } must
            ? new Refusal("jump.mandatory", $"Expected no mandatory step before {Naming.Step(turn, to)}, but {Naming.Step(turn, must.Id)} is one.", "finish it first")
            : null;
    }

    private static bool IsTarget(CaseTurn turn, Place place) =>
        place is { AnyTime: false, Node: WorkNode } && !turn.State.Steps.ContainsKey(place.Node.Id)
        && Before(place).Any(n => turn.State.Steps.GetValueOrDefault(n.Id)?.Status is StepStatus.Open or StepStatus.Following)
        && place.Around.All(p => turn.State.Steps.GetValueOrDefault(p.Node.Id)?.Status is StepStatus.Open or StepStatus.Following);

    private static IEnumerable<Node> Skipped(CaseTurn turn, string to) =>
        Before(turn.Process.PlaceOf(to)!).Where(n => turn.State.Steps.GetValueOrDefault(n.Id)?.Status is null or StepStatus.Open or StepStatus.Following);

    private static IEnumerable<Node> Before(Place place) => place.List.TakeWhile(n => n.Id != place.Node.Id);

    private static IEnumerable<string> Open(CaseTurn turn, string id) =>
        turn.State.Steps.Values.Where(s => s is { Status: StepStatus.Open or StepStatus.Following } && PublishedProcess.IdOf(s.Key) == id).Select(s => s.Key);
}

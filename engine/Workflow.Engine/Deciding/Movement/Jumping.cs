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
    internal static IEnumerable<string> Targets(CaseLook look) =>
        look.Process.Places.Where(p => IsTarget(look, p)).Select(p => p.Node.Id);

    internal static Refusal? MayJump(CaseLook look, string to)
    {
        if (Actors.MustLead(look, $"jump to {Quoted.Step(look, to)}") is { } notYours) return notYours;
        if (look.State.Suspended is not null) return StepGuards.MustBeOpen(look, to);
        if (look.Process.PlaceOf(to) is not { } place || !IsTarget(look, place))
            return new Refusal("jump.target", $"Expected a later step behind the open work of its own list, but {Quoted.Step(look, to)} is none.");
        return Outline.All(Skipped(look, to)).FirstOrDefault(n => n.Mandatory) is { } must
            ? new Refusal("jump.mandatory", $"Expected no mandatory step before {Quoted.Step(look, to)}, but {Quoted.Step(look, must.Id)} is one.", "finish it first")
            : null;
    }

    private static bool IsTarget(CaseLook look, Place place) =>
        place is { AnyTime: false, Node: WorkNode } && !look.State.Steps.ContainsKey(place.Node.Id)
        && Before(place).Any(n => look.State.Steps.GetValueOrDefault(n.Id)?.Status is StepStatus.Open or StepStatus.Following)
        && place.Around.All(p => look.State.Steps.GetValueOrDefault(p.Node.Id)?.Status is StepStatus.Open or StepStatus.Following);

    private static IEnumerable<Node> Skipped(CaseLook look, string to) =>
        Before(look.Process.PlaceOf(to)!).Where(n => look.State.Steps.GetValueOrDefault(n.Id)?.Status is null or StepStatus.Open or StepStatus.Following);

    private static IEnumerable<Node> Before(Place place) => place.List.TakeWhile(n => n.Id != place.Node.Id);

    private static IEnumerable<string> Open(CaseLook look, string id) =>
        look.State.Steps.Values.Where(s => s is { Status: StepStatus.Open or StepStatus.Following } && PublishedProcess.IdOf(s.Key) == id).Select(s => s.Key);
}

using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Goes on at a later step of a list without what lies between 跳转: the head of the leading office alone, and never over a mandatory step.</summary>
internal static class Jumping
{
    internal static Operation Operation { get; } =
        Operation.Of<Jump>(Jump, BuildsOn) with
        {
            OfCase = look => Targets(look).Select(to => ActionOffer.To(look, "jump", null, to, MayJump(look, to)) with { Choice = to }),
            When = Operation.CaseStanding.Open,
        };

    private static BuiltOn? BuildsOn(CaseLook look, Jump command)
    {
        if (look.Process.PlaceOf(command.To) is not { } place)
            return null;
        var ids = Outline.All(Before(place)).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        var before = look.State.Steps.Values.Where(s => ids.Contains(StepKey.IdOf(s.Key)));
        return BuiltOn.Runs(before, CaseRefusals.ActedBefore(Naming.Step(look, command.To)));
    }

    internal static Refusal? Jump(CaseTurn turn, Jump command)
    {
        if (MayJump(turn, command.To) is { } refusal)
            return refusal;
        if (ByOrder.Reasons(command.Reasons, Acts.Jump) is { } missing)
            return missing;
        turn.Apply(new StepJumped(command.To, turn.Stamp.Actor, command.Reasons));
        foreach (var node in Skipped(turn, command.To))
            PassOver(turn, node);
        return null;
    }

    private static void PassOver(CaseTurn turn, Node node)
    {
        foreach (var open in Outline.All([node]).SelectMany(n => Open(turn, n.Id)).ToList())
            Withdrawal.Withdraw(turn, open, PutAside.Jumped, turn.On);
        if (!turn.State.Steps.ContainsKey(node.Id))
            turn.Apply(new StepSkipped(node.Id));
    }

    /// <summary>Returns the steps that a jump could aim at: not yet opened, behind the open work of their own list.</summary>
    internal static IEnumerable<string> Targets(CaseLook look) => look.Process.Places.Where(p => IsTarget(look, p)).Select(p => p.Node.Id);

    internal static Refusal? MayJump(CaseLook look, string to)
    {
        if (Actors.MustLead(look) is { } notYours)
            return notYours;
        if (look.State.Suspended is not null)
            return StepGuards.MustBeOpen(look, to);
        if (look.Process.PlaceOf(to) is not { } place || !IsTarget(look, place))
            return JumpRefusals.Target(Naming.Step(look, to));
        var skipped = Outline.All(Skipped(look, to)).ToList();
        if (skipped.Find(n => n.Mandatory) is { } must)
            return JumpRefusals.Mandatory(Naming.Step(look, to), Naming.Step(must));
        if (ServiceNeeds.HasNothingToServe(look, (WorkNode)place.Node))
            return JumpRefusals.NothingToServe(Naming.Step(look, to));
        if (WayOn.Maker(look, (WorkNode)place.Node, skipped) is { } maker)
            return JumpRefusals.NoOutcome(Naming.Step(look, to), Naming.Step(maker));
        return MissedStart(look, place.Node, skipped) is { } start
            ? JumpRefusals.NeverBegins(Naming.Step(look, to), Naming.Moment(look.Definition, start))
            : null;
    }

    // A wait that runs from a moment which only the skipped steps mark would never come to its day, and nobody acts there.
    private static string? MissedStart(CaseLook look, Node to, IEnumerable<Node> skipped)
    {
        if (to is not WaitNode { System: null, Limit.From: { IsEmpty: false } from })
            return null;
        if (from.Any(look.State.Moments.ContainsKey))
            return null;
        var missed = skipped.SelectMany(Outline.Bodies).SelectMany(b => b.Marks).Select(m => m.Moment);
        return missed.FirstOrDefault(from.Contains);
    }

    private static bool IsTarget(CaseLook look, Place place) =>
        place is { AnyTime: false, Node: WorkNode }
        && !look.State.Steps.ContainsKey(place.Node.Id)
        && Before(place).Any(n => Runs(look, n.Id))
        && place.Around.All(p => Runs(look, p.Node.Id));

    private static IEnumerable<Node> Skipped(CaseLook look, string to) =>
        Before(look.Process.PlaceOf(to)!).Where(n => look.State.Steps.GetValueOrDefault(n.Id) is not { } step || IsRunning(step));

    private static IEnumerable<Node> Before(Place place) => place.List.TakeWhile(n => n.Id != place.Node.Id);

    private static IEnumerable<string> Open(CaseLook look, string id) =>
        look.State.Steps.Values.Where(s => IsRunning(s) && StepKey.IdOf(s.Key) == id).Select(s => s.Key);

    private static bool Runs(CaseLook look, string id) => look.State.Steps.GetValueOrDefault(id) is { } step && IsRunning(step);

    private static bool IsRunning(StepState step) => step.Status is StepStatus.Open or StepStatus.Following;
}

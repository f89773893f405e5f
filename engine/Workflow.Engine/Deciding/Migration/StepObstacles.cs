using System.Diagnostics;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Migration;

/// <summary>Why the steps of a running case cannot go on under another definition.</summary>
internal static class StepObstacles
{
    internal static IEnumerable<Refusal> Of(CaseLook look, Counterparts parts)
    {
        var steps = parts.Steps(look.State);
        var passed = PassedSteps.Of(look.State, parts).SelectMany(n => Outline.All([n]));
        return look
            .State.Steps.Values.SelectMany(step => Of(look, parts, steps, step))
            .Concat(passed.Where(n => n.Mandatory).Select(n => MigrateRefusals.Mandatory(Naming.Step(n))));
    }

    internal static bool IsAlive(StepState step) => step.Status is StepStatus.Open or StepStatus.Following;

    private static IEnumerable<Refusal> Of(CaseLook look, Counterparts parts, Dictionary<string, StepState> steps, StepState step)
    {
        if (Kept(parts, step) is { } gone)
            yield return gone;
        if (!IsAlive(step) || parts.Node(step.Key) is not { } node)
            yield break;
        if (Placed(parts, steps, step) is { } misplaced)
            yield return misplaced;
        foreach (var refusal in HeldObstacles.Of(look, parts, step, node))
            yield return refusal;
    }

    private static Refusal? Kept(Counterparts parts, StepState step)
    {
        var name = parts.NameOf(step.Key);
        if (parts.Node(step.Key) is not { } node)
            return IsAlive(step) ? MigrateRefusals.StepGone(name, parts.Key(step.Key)) : null;
        if (step.Status == StepStatus.Skipped)
            return null;
        if (!IsSameKind(parts, step.Key, node))
            return MigrateRefusals.StepKind(name, parts.TargetOf(step.Key));
        return step.Outcome is { } outcome ? HeldObstacles.Outcome(parts, step.Key, node, outcome) : null;
    }

    private static bool IsSameKind(Counterparts parts, string key, Node node) =>
        parts.From.PlaceOf(key) is { } before
        && before.Node.GetType() == node.GetType()
        && before.AnyTime == parts.To.PlaceOf(node.Id)!.AnyTime
        && OpensAlike(parts, before.Node as WorkNode, node as WorkNode);

    private static bool OpensAlike(Counterparts parts, WorkNode? before, WorkNode? now) =>
        before?.ForEach == now?.ForEach
        && (before?.ForEachStep is { } filled ? parts.Key(filled) : null) == now?.ForEachStep
        && (before?.ForEachDrawn is { } draw ? parts.Key(draw) : null) == now?.ForEachDrawn;

    // What is open must lie where the target's blocks are open too, or nothing would ever walk there.
    private static Refusal? Placed(Counterparts parts, Dictionary<string, StepState> steps, StepState step)
    {
        var inner = parts.To.PlaceOf(parts.Key(step.Key))!;
        foreach (var around in inner.Around)
        {
            if (!Walks(parts, around.Node, steps.GetValueOrDefault(around.Node.Id), inner.Node.Id))
                return MigrateRefusals.Place(Naming.Step(inner.Node), Naming.Step(around.Node));
            inner = around;
        }

        return null;
    }

    private static bool Walks(Counterparts parts, Node around, StepState? state, string inner) =>
        state?.Status switch
        {
            StepStatus.Open => Opens(around, inner),
            StepStatus.Following => Follows(around, parts.Outcome(state.Key, state.Outcome!), inner),
            StepStatus.Done or StepStatus.Skipped or StepStatus.Withdrawn or null => false,
            var status => throw new UnreachableException($"No answer for {status}."),
        };

    private static bool Opens(Node around, string inner) =>
        around switch
        {
            ParallelNode p => p.Branches.Any(b => Has(b.Steps, inner)),
            WorkNode w => Has(w.AnyTime, inner),
            ChoiceNode => false,
            _ => throw new UnreachableException($"No answer for {around.GetType().Name}."),
        };

    private static bool Follows(Node around, string outcome, string inner) =>
        Outline.Bodies(around).Any(o => o.Id == outcome && Has(o.Steps, inner));

    private static bool Has(IEnumerable<Node> steps, string id) => steps.Any(n => n.Id == id);
}

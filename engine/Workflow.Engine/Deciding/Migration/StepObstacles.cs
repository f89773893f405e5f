using Workflow.Engine.Deciding.Steps;
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
        foreach (var step in look.State.Steps.Values)
        {
            if (Kept(parts, step) is { } gone) yield return gone;
            if (!IsAlive(step) || parts.Node(step.Key) is not { } node) continue;
            if (Placed(parts, steps, step) is { } misplaced) yield return misplaced;
            foreach (var refusal in Held(look, parts, step, node)) yield return refusal;
        }

        foreach (var node in PassedSteps.Of(look.State, parts).SelectMany(n => Outline.All([n])).Where(n => n.Mandatory))
            yield return new Refusal("migrate.mandatory", $"Expected no mandatory step where the case has been, but the target adds '{node.Id}' there.", "return the case to a step before it, then move it");
    }

    internal static bool IsAlive(StepState step) => step.Status is StepStatus.Open or StepStatus.Following;

    private static Refusal? Kept(Counterparts parts, StepState step)
    {
        var key = parts.Key(step.Key);
        if (parts.Node(step.Key) is not { } node)
            return IsAlive(step) ? new Refusal("migrate.step_gone", $"Expected a step of the target for '{step.Key}', which is open, but it has no '{key}'.", "map it to one, or finish it first") : null;
        if (step.Status == StepStatus.Skipped) return null;
        if (!IsSameKind(parts, step.Key, node))
            return new Refusal("migrate.step_kind", $"Expected '{key}' of the target to be of the same kind as '{step.Key}', but it is another.", "map it to one that is");
        return step.Outcome is { } outcome && Outline.Bodies(node).All(o => o.Id != parts.Outcome(step.Key, outcome))
            ? new Refusal("migrate.outcome_gone", $"Expected an outcome of '{key}' for {step.Key}.{outcome}, but the target has no '{parts.Outcome(step.Key, outcome)}' there.", $"map {step.Key}.{outcome}")
            : null;
    }

    private static bool IsSameKind(Counterparts parts, string key, Node node) =>
        parts.From.PlaceOf(key) is { } before && before.Node.GetType() == node.GetType() && before.AnyTime == parts.To.PlaceOf(node.Id)!.AnyTime
        && (before.Node as WorkNode)?.ForEach == (node as WorkNode)?.ForEach
        && ((before.Node as WorkNode)?.ForEachDrawn is { } draw ? parts.Key(draw) : null) == (node as WorkNode)?.ForEachDrawn;

    // What is open must lie where the target's blocks are open too, or nothing would ever walk there.
    private static Refusal? Placed(Counterparts parts, Dictionary<string, StepState> steps, StepState step)
    {
        var inner = parts.To.PlaceOf(parts.Key(step.Key))!;
        foreach (var around in inner.Around)
        {
            if (!Walks(parts, around.Node, steps.GetValueOrDefault(around.Node.Id), inner.Node.Id))
                return new Refusal("migrate.place", $"Expected '{inner.Node.Id}' of the target to lie where the case is, but it lies inside '{around.Node.Id}', which is not open there.", "return the case to a step before it, then move it");
            inner = around;
        }

        return null;
    }

    private static bool Walks(Counterparts parts, Node around, StepState? state, string inner) => (around, state?.Status) switch
    {
        (ParallelNode p, StepStatus.Open) => p.Branches.Any(b => b.Steps.Any(n => n.Id == inner)),
        (WorkNode w, StepStatus.Open) => w.AnyTime.Any(n => n.Id == inner),
        (_, StepStatus.Following) => Outline.Bodies(around).Where(o => o.Id == parts.Outcome(state!.Key, state.Outcome!)).Any(o => o.Steps.Any(n => n.Id == inner)),
        _ => false,
    };

    // What people hold or have said must stand: the holder may still act, and whoever answered is still asked.
    private static IEnumerable<Refusal> Held(CaseLook look, Counterparts parts, StepState step, Node node)
    {
        if (node is CallNode && parts.Key(step.Key) != step.Key)
            yield return new Refusal("migrate.called", $"Expected '{step.Key}' to keep its name while a case that it called for runs, but it would be '{parts.Key(step.Key)}'.", "wait for that case");
        var entitled = Entitling.After(look, parts, step);
        foreach (var answer in step.Answers)
        {
            if (entitled.Concat(step.Sides.Select(s => s.Who)).All(e => e.Key != answer.Participant))
                yield return new Refusal("migrate.participant_gone", $"Expected {answer.Participant}, who answered at '{step.Key}', to take part in the target, but they do not.", "let the answer be taken back first");
            if (answer.Choice is { } choice && node is WorkNode work && work.Outcomes.All(o => o.Id != parts.Outcome(step.Key, choice)))
                yield return new Refusal("migrate.outcome_gone", $"Expected an outcome of '{parts.Key(step.Key)}' for the answer {step.Key}.{choice}, but the target has no '{parts.Outcome(step.Key, choice)}' there.", $"map {step.Key}.{choice}");
        }

        if (step.ClaimedBy is { } holder && !entitled.SequenceEqual(step.Entitled) && !(Actors.Find(look, holder) is { } person && entitled.Any(e => e.Admits(person))))
            yield return new Refusal("migrate.claimed", $"Expected {holder}, who claimed '{step.Key}', to be entitled in the target, but they are not.", "let them release it first");
    }
}

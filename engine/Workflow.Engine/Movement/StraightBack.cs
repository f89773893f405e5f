using System.Collections.Immutable;
using Workflow.Engine.Cases;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Steps;

namespace Workflow.Engine.Movement;

/// <summary>A return that comes straight back: only the target runs again, and then the step that returned. What lies between stands, unless what it needs has changed.</summary>
internal static class StraightBack
{
    internal static void Send(CaseTurn turn, string from, string to, string? outcome, string? reasons)
    {
        var listed = turn.Process.PlaceOf(from) is { AnyTime: false };
        Supersession.Supersede(turn, from, to, outcome, [.. Runs(turn, to), .. listed ? Runs(turn, from) : []], [], reasons);
        if (listed) turn.Apply(new StepAwaits(from, to));
    }

    /// <summary>Whether a step opens only once another is done again.</summary>
    internal static bool Waits(CaseTurn turn, string key) =>
        turn.State.Awaits.TryGetValue(key, out var target)
        && turn.State.Steps.GetValueOrDefault(target)?.Status is null or StepStatus.Open or StepStatus.Following;

    /// <summary>Whether the case was sent back to a step and comes straight back from there.</summary>
    internal static bool IsAwaited(CaseTurn turn, string key) => turn.State.Awaits.Values.Contains(key);

    /// <summary>After a step sent back to is done again: what is finished and needs something of it that has changed runs again too.</summary>
    internal static void OnDone(CaseTurn turn, string key)
    {
        if (!IsAwaited(turn, key) || turn.State.Superseded.LastOrDefault(s => s.Key == key) is not { } before) return;
        var place = turn.Process.PlaceOf(key)!;
        foreach (var later in Outline.All(place.List.SkipWhile(n => n.Id != place.Node.Id).Skip(1)).OfType<WorkNode>())
        {
            if (turn.State.Steps.GetValueOrDefault(later.Id)?.Status == StepStatus.Done && later.Needs.Any(need => Changed(turn, need, before, place.Node)))
                Supersession.Supersede(turn, later.Id, later.Id, null, Runs(turn, later.Id), [], "input changed");
        }
    }

    private static ImmutableArray<string> Runs(CaseTurn turn, string key)
    {
        var ids = Outline.All([turn.Process.Find(key)!]).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return [.. turn.State.Steps.Keys.Where(k => ids.Contains(PublishedProcess.IdOf(k)))];
    }

    // A document that was issued again has another number, or at least another text.
    private static bool Changed(CaseTurn turn, Expression need, StepState before, Node redone)
    {
        var now = turn.State.Steps[before.Key].Completed!;
        return need switch
        {
            StepField f => f.Step == before.Key && !Equals(now.Fields.GetValueOrDefault(f.Field), before.Completed?.Fields.GetValueOrDefault(f.Field)),
            OutcomeOf o => o.Step == before.Key && now.Outcome != before.Outcome,
            DocumentNumber d => Outline.Bodies(redone).Any(o => o.Issues.Contains(d.Document)),
            Not n => Changed(turn, n.Inner, before, redone),
            Both b => Changed(turn, b.Left, before, redone) || Changed(turn, b.Right, before, redone),
            Either e => Changed(turn, e.Left, before, redone) || Changed(turn, e.Right, before, redone),
            Comparison c => Changed(turn, c.Left, before, redone) || Changed(turn, c.Right, before, redone),
            OneOf o => Changed(turn, o.Item, before, redone),
            _ => false,
        };
    }
}

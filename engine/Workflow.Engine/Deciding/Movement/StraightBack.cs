using System.Collections.Immutable;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>A return that comes straight back: only the target runs again, and then the step that returned. What lies between stands, unless what it needs has changed.</summary>
internal static class StraightBack
{
    internal static void Send(CaseTurn turn, string from, string to, string? outcome, string? reasons)
    {
        var listed = turn.Process.PlaceOf(from) is { AnyTime: false };
        // What the others answered stands; who returns answers anew.
        var voted = listed && outcome is null && turn.Process.Find(from) is JointNode;
        if (voted)
            TakeOwnBack(turn, from);
        ImmutableArray<string> again = [.. Runs(turn, to), .. listed ? Runs(turn, from) : []];
        Supersession.Supersede(turn, new GoingBack(from, to, outcome, reasons) { Keep = voted ? [from] : [] }, again);
        if (listed)
            turn.Apply(new StepAwaits(from, to));
    }

    /// <summary>Whether a step opens only once another is done again.</summary>
    internal static bool Waits(CaseLook look, string key) =>
        look.State.Awaits.TryGetValue(key, out var target)
        && look.State.Steps.GetValueOrDefault(target)?.Status is null or StepStatus.Open or StepStatus.Following;

    /// <summary>Whether the case was sent back to a step and comes straight back from there.</summary>
    internal static bool IsAwaited(CaseLook look, string key) => look.State.Awaits.Values.Contains(key);

    /// <summary>After a step sent back to is done again, or one that ran again because of it: what is finished behind it and needs something of it that has changed runs again too.</summary>
    internal static void OnDone(CaseTurn turn, string key)
    {
        if (!IsAwaited(turn, key) && !turn.State.Redone.Contains(key))
            return;
        if (Inputs.Before(turn, key) is not { } before)
            return;
        var place = turn.Process.PlaceOf(key)!;
        var behind = Outline.All(place.Around.Prepend(place).SelectMany(p => p.Behind));
        foreach (var later in behind.Where(n => Inputs.RunsAgain(turn, n, before)).ToList())
            if (turn.State.Steps.ContainsKey(later.Id))
                Again(turn, later.Id, Runs(turn, later.Id));
    }

    // The blocks around it that had ended are open again; what else was done in them stands.
    private static void Again(CaseTurn turn, string id, ImmutableArray<string> gone)
    {
        Supersession.Again(turn, id, null, gone);
        foreach (var block in turn.Process.PlaceOf(id)!.Around.Where(b => IsDone(turn, b.Node)))
            Reopen(turn, block.Node, id);
    }

    private static bool IsDone(CaseLook look, Node node) => look.State.Steps.GetValueOrDefault(node.Id)?.Status == StepStatus.Done;

    private static void Reopen(CaseTurn turn, Node block, string id)
    {
        var branched = block is ParallelNode p && Inside(p).Any(n => n.Id == id) ? p : null;
        if (branched is not null)
            Undo(turn, block.Id);
        turn.Apply(new StepReopened(block.Id, id, branched is null));
        if (branched?.Join is null)
            return;
        // Some branches were enough, and the others were closed for one that now runs again: they run again beside it.
        foreach (var closed in Inside(branched).Where(n => IsWithdrawn(turn, n)).ToList())
            Again(turn, closed.Id, [.. turn.State.Steps.Keys.Where(k => StepKey.IdOf(k) == closed.Id)]);
    }

    private static IEnumerable<Node> Inside(ParallelNode block) => Outline.All(block.Branches.SelectMany(b => b.Steps));

    private static bool IsWithdrawn(CaseLook look, Node node) =>
        look.State.Steps.GetValueOrDefault(node.Id)?.Status == StepStatus.Withdrawn;

    // The branches come to an end anew, and mark and issue then.
    private static void Undo(CaseTurn turn, string block)
    {
        Voiding.Void(turn, d => d.Issued.Step == block && d.Served is null, PutAside.InputChanged);
        Unmarking.Unmark(turn, s => s == block);
    }

    private static void TakeOwnBack(CaseTurn turn, string key)
    {
        foreach (var own in turn.State.Steps[key].Answers.Where(a => Visitors.IsDoer(turn, a.By)))
            turn.Apply(new AnswerTakenBack(key, own.Participant));
    }

    private static ImmutableArray<string> Runs(CaseLook look, string key)
    {
        var ids = Outline.All([look.Process.Find(key)!]).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return [.. look.State.Steps.Keys.Where(k => ids.Contains(StepKey.IdOf(k)))];
    }
}

using Workflow.Engine.Processes;
using Workflow.Mining.Maps;

namespace Workflow.Mining.Conforming;

/// <summary>The moves that lead on from one state of the blocks.</summary>
internal sealed class AlignmentMoves(ProcessModel model, IReadOnlySet<string> unrecorded, IReadOnlySet<string> absent, string from)
{
    private readonly ModelState _state = ModelState.Of(model, from);

    internal IEnumerable<Reached> From(Reached at, IReadOnlyList<LogStep> steps)
    {
        IEnumerable<Reached> without = _state.HasEnded ? [] : WithoutEvent(at);
        return at.Place < steps.Count ? [.. WithEvent(at, steps[at.Place]), .. without, PassedOver(at, steps[at.Place])] : without;
    }

    private IEnumerable<Reached> WithEvent(Reached at, LogStep step) =>
        from match in Matches(step)
        select at.Explained(match.State, 0, new AlignedMove(MoveKind.Matched, at.Place, step.Node, match.Outcome));

    private IEnumerable<Reached> WithoutEvent(Reached at)
    {
        foreach (var state in Silent())
            yield return at.Changed(state, 0, null);
        foreach (var (state, outcome) in Missed())
            yield return at.Changed(state, 1, new AlignedMove(MoveKind.Missing, -1, outcome.Node, outcome));
    }

    private static Reached PassedOver(Reached at, LogStep step) =>
        at.Explained(at.State, 1, new AlignedMove(MoveKind.Surplus, at.Place, step.Node, null));

    private IEnumerable<(string State, ModelOutcome? Outcome)> Matches(LogStep step)
    {
        if (_state.HasEnded)
            yield break;
        if (step.Act == MappedAct.End)
            yield return (After((s, _) => s.HasEnded = true), null);
        if (step.Act == MappedAct.Return && !_state.IsUntouched(step.Node!))
            yield return (Returned(step.Node!), null);
        if (step.Act != MappedAct.Finish || !IsOpen(step.Node!))
            yield break;
        if (step.Node!.IsForEach)
            yield return (from, null);
        foreach (var outcome in Allowed(step.Node).Where(o => step.Outcome is null || o.Rule.Id == step.Outcome))
            yield return (Completed(outcome), outcome);
    }

    // What the log cannot tell costs nothing: whether a condition held, which case of a choice, when the last row was done.
    private IEnumerable<string> Silent()
    {
        foreach (var node in model.Nodes)
        {
            if (_state.IsDoubtful(node))
                yield return After((s, _) => s.Skip(node));
            if (_state.IsDoubtful(node) && !node.IsLeaf)
                yield return After((s, _) => s.SetOpen(node, true));
            foreach (var outcome in Untold(node))
                yield return Completed(outcome);
        }
    }

    // The outcomes that no event need show.
    private List<ModelOutcome> Untold(ModelNode node) =>
        _state.IsOpen(node) && node.Node is ChoiceNode ? [.. Walk(_state).Open(node)]
        : node.IsLeaf && IsWaiting(node) && (node.IsForEach || unrecorded.Contains(node.Id)) ? [.. Allowed(node).Where(o => !o.GoesBack)]
        : [];

    // A step that no event shows is taken to have gone on: a way back that nobody recorded would only miss more steps.
    private IEnumerable<(string State, ModelOutcome Outcome)> Missed() =>
        from node in model.Nodes
        where node.IsLeaf && _state.IsOpen(node) && !unrecorded.Contains(node.Id)
        from outcome in Allowed(node)
        where !outcome.GoesBack
        select (Completed(outcome), outcome);

    private IEnumerable<ModelOutcome> Allowed(ModelNode node) =>
        ((WorkNode)node.Node).Needs.All(n => Truths.Of(n, model, _state) != false)
            ? node.Outcomes.Where(o => !_state.IsUsedUp(o) && Truths.Of(o.When, model, _state) != false)
            : [];

    private bool IsOpen(ModelNode node) => node.IsAnyTime ? MayOpen(node) : IsWaiting(node);

    private bool MayOpen(ModelNode node) =>
        (node.Owner is null || IsWaiting(node.Owner)) && !_state.IsFollowing(node) && Truths.Of(node.Node.When, model, _state) != false;

    private bool IsWaiting(ModelNode node) => _state.IsOpen(node) || _state.IsDoubtful(node);

    private string Completed(ModelOutcome outcome) => After((_, walk) => walk.Complete(outcome));

    private string Returned(ModelNode to) => After((s, _) => s.Undo(ProcessModel.From(to)));

    private string After(Action<ModelState, ModelWalk> change)
    {
        var state = ModelState.Of(model, from);
        var walk = Walk(state);
        change(state, walk);
        walk.GoOn();
        return state.ToString();
    }

    private ModelWalk Walk(ModelState state) => new(model, state, absent);
}

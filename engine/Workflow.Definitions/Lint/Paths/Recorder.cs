using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>Writes down what opening, finishing and skipping a node does to a path.</summary>
internal sealed class Recorder(ProcessDefinition definition, NameUse names, PathFacts facts, AdverseActs adverse)
{
    private readonly Timers _timers = new(definition, facts);
    private readonly Papers _papers = new(definition, adverse);

    public PathState Begin() => _timers.Begin(new PathState());

    public PathState Skipped(Node node, PathState state) =>
        names.Steps.Contains(node.Id) ? state with { Outcomes = state.Outcomes.With(node.Id, "") } : state;

    public void Opened(Node node, PathState state)
    {
        if (!facts.Openings.TryGetValue(node.Id, out var states))
            facts.Openings[node.Id] = states = [];
        states.Add(state);
        _timers.Opened(node, state);
    }

    public PathState Completed(Node node, OutcomeRule body, PathState state)
    {
        facts.Outcomes.Add(new OutcomeKey(node.Id, body.Id));
        state = _timers.Worked(node, state);
        if (names.Steps.Contains(node.Id))
            state = state with { Outcomes = state.Outcomes.With(node.Id, body.Id) };
        foreach (var mark in body.Marks.Select(m => m.Moment))
            state = Marked(node, mark, state);
        return Issued(node, body, state);
    }

    /// <summary>Back at a step: what ran since is gone, but what the outcome itself made stands.</summary>
    public PathState GoneBack(IReadOnlyList<Node> list, int target, Way way)
    {
        var gone = Ids(list.Skip(target)).Where(id => id == way.Target || !way.Keep.Contains(id)).ToHashSet(StringComparer.Ordinal);
        var own = Ids([way.From!]).ToHashSet(StringComparer.Ordinal);
        return Made(Decided(way.State, gone), step => !gone.Contains(step) || own.Contains(step)) with
        {
            Spans = Spans.None,
            Held = Spans.None,
        };
    }

    private static IEnumerable<string> Ids(IEnumerable<Node> nodes) => Outline.All(nodes).Select(n => n.Id);

    private static PathState Decided(PathState state, HashSet<string> gone) =>
        state with
        {
            Outcomes = state.Outcomes.Only(p => !gone.Contains(p.Key)),
            Unstated = [.. state.Unstated.Where(r => !gone.Contains(r.Step))],
            Refused = [.. state.Refused.Where(r => !gone.Contains(r.Step))],
            Guesses = state.Guesses.Only(g => !g.Key.Steps.Any(gone.Contains)),
        };

    private static PathState Made(PathState state, Func<string, bool> stands) =>
        state with
        {
            Moments = state.Moments.Only(p => stands(p.Value)),
            Documents = state.Documents.Only(p => stands(p.Value.Step)),
            Undelivered = [.. state.Undelivered.Where(d => state.Documents.TryGetValue(d, out var by) && stands(by.Step))],
        };

    private PathState Marked(Node node, string moment, PathState state)
    {
        facts.Marked.Add(moment);
        if (!names.Moments.Contains(moment))
            return state;
        return _timers.Marked(moment, state with { Moments = state.Moments.With(moment, node.Id) });
    }

    private PathState Issued(Node node, OutcomeRule body, PathState state)
    {
        var by = new OutcomeKey(node.Id, body.Id);
        if (Delivery.Is(definition, node, body))
            state = state with { Undelivered = state.Undelivered.Clear() };
        state = Decided(node, body, by, state);
        foreach (var document in body.Issues.Where(d => names.Documents.Contains(d) || _papers.Matters(d)))
            state = Issued(document, node, by, state);
        return body.Issues.Any(_papers.StatesBoth) ? state with { Unstated = state.Unstated.Clear() } : state;
    }

    private PathState Decided(Node node, OutcomeRule body, OutcomeKey by, PathState state) =>
        adverse.Is(node, body) ? state with { Unstated = state.Unstated.Add(by) }
        : RefusingOutcome.Is(node, body) ? state with { Unstated = state.Unstated.Add(by), Refused = state.Refused.Add(by) }
        : state;

    private PathState Issued(string document, Node node, OutcomeKey by, PathState state) =>
        state with
        {
            Documents = state.Documents.With(document, by),
            Undelivered = _papers.NeedsDelivery(document, node) ? state.Undelivered.Add(document) : state.Undelivered,
        };
}

using System.Diagnostics;
using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>
/// Walks every path of the block structure: every outcome, every expiry (it is an outcome), each way back once, the
/// branches of a parallel in the order written. Equal states are one state; beyond a bound the walk says that it is cut.
/// </summary>
internal sealed class PathWalk
{
    private const int MostMoves = 40_000;

    private readonly PathFacts _facts = new();
    private readonly ProcessDefinition _definition;
    private readonly Recorder _recorder;
    private readonly Guess _guess;
    private readonly RowGuess _rows;
    private int _moves;

    public PathWalk(ProcessDefinition definition, NameUse names, AdverseActs adverse)
    {
        _definition = definition;
        _recorder = new Recorder(definition, names, _facts, adverse);
        Beside = new Concurrency(definition);
        _guess = new Guess(Beside, names);
        _rows = new RowGuess(definition, Beside);
    }

    public Concurrency Beside { get; }

    public PathFacts Run()
    {
        foreach (var way in List(_definition.Steps, _recorder.Begin()))
            if (way.Kind == WayKind.On)
                End(way.State, "done", null, null);
        _facts.IsCut |= _guess.IsCut;
        return _facts;
    }

    // What the after-care marks, issues and delivers belongs to the path; how long it takes is not work on the case.
    private void End(PathState state, string result, Node? node, string? outcome)
    {
        if (_definition.After.IsEmpty)
            _facts.Ends.Add(new WalkEnd(state, result, node, outcome));
        else
            foreach (var way in List(_definition.After, state).Where(w => w.Kind == WayKind.On))
                _facts.Ends.Add(new WalkEnd(way.State with { Spans = state.Spans }, result, node, outcome));
    }

    // States wait at the index they have reached; the earliest index goes first, so that equal states meet.
    private List<Way> List(IReadOnlyList<Node> nodes, PathState start)
    {
        if (nodes.Count == 0)
            return [new Way(WayKind.On, start)];
        var ways = new WaySet();
        var waiting = new Frontier(nodes.Count);
        waiting.Add(0, start);
        while (waiting.Next() is var (index, state) && MayMove())
            foreach (var way in Node(nodes[index], state))
                Go(way, index + 1, nodes, waiting, ways);
        foreach (var state in waiting.Ended)
            ways.Add(new Way(WayKind.On, state));
        return ways.All;
    }

    private bool MayMove()
    {
        if (++_moves <= MostMoves)
            return true;
        _facts.IsCut = true;
        return false;
    }

    private void Go(Way way, int next, IReadOnlyList<Node> nodes, Frontier waiting, WaySet ways)
    {
        if (way.Kind == WayKind.On)
            waiting.Add(next, way.State);
        else if (way.Kind == WayKind.Back && nodes.Select((n, i) => (n, i)).FirstOrDefault(x => x.n.Id == way.Target) is ({ }, var target))
            waiting.Add(target, _recorder.GoneBack(nodes, target, way));
        else
            ways.Add(way);
    }

    private IEnumerable<Way> Node(Node node, PathState state) =>
        Asked(node, state).SelectMany(f => f.Holds ? Opened(node, f.State) : Skipped(node, f.State));

    private IEnumerable<(bool Holds, PathState State)> Asked(Node node, PathState state) =>
        RowGuess.IsAsked(node) ? _rows.Fork((WorkNode)node, state) : _guess.Fork(node.When, state, node.Id);

    private IEnumerable<Way> Skipped(Node node, PathState state) => [new Way(WayKind.On, _recorder.Skipped(node, state))];

    private IEnumerable<Way> Opened(Node node, PathState state)
    {
        _recorder.Opened(node, state);
        foreach (var way in Inside(node, state))
            yield return way.Kind == WayKind.Leave && way.Target == node.Id ? way with { Kind = WayKind.On, Target = null } : way;
    }

    private IEnumerable<Way> Inside(Node node, PathState state) =>
        node switch
        {
            ParallelNode p => Branches(p, state),
            ChoiceNode c => Cases(c, state),
            WorkNode w => Possible.Outcomes(w).SelectMany(o => Allowed(w, o, state)),
            _ => throw new UnreachableException($"No answer for {node.GetType().Name}."),
        };

    private IEnumerable<Way> Allowed(WorkNode node, OutcomeRule body, PathState state) =>
        _guess.Fork(body.AllowedWhen, state, node.Id).Where(f => f.Holds).SelectMany(f => Take(node, body, f.State));

    private IEnumerable<Way> Cases(ChoiceNode node, PathState state)
    {
        var rest = new List<PathState> { state };
        foreach (var one in node.Cases)
        {
            var forks = rest.SelectMany(s => _guess.Fork(one.When, s, node.Id)).ToList();
            foreach (var way in forks.Where(f => f.Holds).SelectMany(f => Take(node, one.Body, f.State)))
                yield return way;
            rest = [.. forks.Where(f => !f.Holds).Select(f => f.State)];
        }
    }

    private List<Way> Branches(ParallelNode node, PathState state)
    {
        var ways = new WaySet();
        var at = new List<PathState> { state with { Held = state.Spans } };
        foreach (var branch in node.Branches)
        {
            var ended = at.SelectMany(s => Branch(branch, s, state.Spans)).ToList();
            foreach (var way in ended.Where(w => w.Kind != WayKind.On))
                ways.Add(way with { State = way.State with { Held = state.Held } });
            at = Met(ended.Where(w => w.Kind == WayKind.On).Select(w => w.State).Concat(node.Join is null ? [] : at));
        }

        foreach (var way in at.SelectMany(s => Take(node, node.Done, s with { Spans = s.Held, Held = state.Held })))
            ways.Add(way);
        return ways.All;
    }

    // Each branch begins with the spans of the parallel; the longest so far is held beside it.
    private IEnumerable<Way> Branch(Branch branch, PathState state, Spans begun) =>
        List(branch.Steps, state with { Spans = begun })
            .Select(w => w with { State = w.State with { Held = w.State.Held.Beside(w.State.Spans) } });

    private static List<PathState> Met(IEnumerable<PathState> states) =>
        [.. states.GroupBy(s => s).Select(g => g.Aggregate((a, b) => a.Join(b)))];

    private IEnumerable<Way> Take(Node node, OutcomeRule asked, PathState state)
    {
        if (Possible.Resolve(node, asked, state) is not { } body)
            yield break;
        foreach (var way in List(body.Steps, _recorder.Completed(node, body, state)))
            yield return way.Kind == WayKind.On ? Exit(node, body, way.State) : way;
    }

    private Way Exit(Node node, OutcomeRule body, PathState state) =>
        body.Exit switch
        {
            BackExit back => Back(node, body, back, state),
            LeaveExit leave => new Way(WayKind.Leave, state, leave.Block),
            EndExit end => Ended(node, body, end, state),
            null => new Way(WayKind.On, state),
            _ => throw new UnreachableException($"No answer for {body.Exit.GetType().Name}."),
        };

    private static Way Back(Node node, OutcomeRule body, BackExit back, PathState state) =>
        new(WayKind.Back, state with { Taken = state.Taken.Add(new OutcomeKey(node.Id, body.Id)) }, back.To, node, back.Keep);

    private Way Ended(Node node, OutcomeRule body, EndExit end, PathState state)
    {
        End(state, end.Result, node, body.Id);
        return new Way(WayKind.End, state);
    }
}

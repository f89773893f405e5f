using System.Collections.Immutable;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>How a path goes on.</summary>
internal enum WayKind
{
    /// <summary>With the next item.</summary>
    On,

    /// <summary>Back to a step.</summary>
    Back,

    /// <summary>After a block around it.</summary>
    Leave,

    /// <summary>Not at all: the case is concluded.</summary>
    End,
}

/// <summary>A path and how it goes on.</summary>
internal sealed record Way(WayKind Kind, PathState State, string? Target = null, Node? From = null, ImmutableArray<string> Keep = default);

/// <summary>Ways out of a list, equal ones once.</summary>
internal sealed class WaySet
{
    private readonly Dictionary<(WayKind Kind, string? Target, string? From, PathState State), Way> _ways = [];

    public List<Way> All => [.. _ways.Values];

    public void Add(Way way)
    {
        if (way.Kind == WayKind.End)
            return;
        var key = (way.Kind, way.Target, way.From?.Id, way.State);
        _ways[key] = _ways.TryGetValue(key, out var same) ? same with { State = same.State.Join(way.State) } : way;
    }
}

/// <summary>States waiting at the items of a list.</summary>
internal sealed class Frontier(int count)
{
    private readonly Dictionary<PathState, PathState>[] _seen =
    [
        .. Enumerable.Range(0, count + 1).Select(_ => new Dictionary<PathState, PathState>()),
    ];
    private readonly SortedDictionary<int, HashSet<PathState>> _waiting = [];

    /// <summary>The states that came through the whole list.</summary>
    public IEnumerable<PathState> Ended => _seen[count].Values;

    public void Add(int index, PathState state)
    {
        var seen = _seen[index];
        if (seen.TryGetValue(state, out var same))
        {
            var joined = same.Join(state);
            if (joined.SameSpans(same))
                return;
            state = joined;
        }

        seen[state] = state;
        if (index < count)
            Wait(index, state);
    }

    private void Wait(int index, PathState state)
    {
        if (!_waiting.TryGetValue(index, out var states))
            _waiting[index] = states = [];
        states.Add(state);
    }

    public (int Index, PathState State)? Next()
    {
        if (_waiting.Count == 0)
            return null;
        var (index, states) = _waiting.First();
        var state = states.First();
        states.Remove(state);
        if (states.Count == 0)
            _waiting.Remove(index);
        return (index, _seen[index][state]);
    }
}

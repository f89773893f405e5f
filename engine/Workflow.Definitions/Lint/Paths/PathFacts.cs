using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>Where a path ended.</summary>
/// <param name="State">What was known then.</param>
/// <param name="Result">The result; <c>done</c> where the list of steps simply ended.</param>
/// <param name="Node">The node whose outcome ended it; null where the list ended.</param>
/// <param name="Outcome">That outcome.</param>
internal sealed record WalkEnd(PathState State, string Result, Node? Node, string? Outcome);

/// <summary>What walking every path of a definition showed.</summary>
internal sealed class PathFacts
{
    /// <summary>The states in which each node opened.</summary>
    public Dictionary<string, List<PathState>> Openings { get; } = new(StringComparer.Ordinal);

    /// <summary>How each path ended.</summary>
    public List<WalkEnd> Ends { get; } = [];

    /// <summary>The moments that some path marks.</summary>
    public HashSet<string> Marked { get; } = new(StringComparer.Ordinal);

    /// <summary>The clocks of the case that some path stops by a moment.</summary>
    public HashSet<string> Stopped { get; } = new(StringComparer.Ordinal);

    /// <summary>For each clock that was stopped: the shortest floors and the longest budgets until then, without any way back.</summary>
    public Dictionary<string, Span> Lengths { get; } = new(StringComparer.Ordinal);

    /// <summary>For each step whose limit counts from a moment: how long the work before it may take since then.</summary>
    public Dictionary<string, Span> Before { get; } = new(StringComparer.Ordinal);

    /// <summary>Outcomes that some path took.</summary>
    public HashSet<OutcomeKey> Outcomes { get; } = [];

    /// <summary>Whether there were more paths than the bound.</summary>
    public bool IsCut { get; set; }

    public bool Takes(string node, string outcome) => Outcomes.Contains(new OutcomeKey(node, outcome));

    public IReadOnlyList<PathState> Opened(string node) => Openings.GetValueOrDefault(node) ?? [];
}

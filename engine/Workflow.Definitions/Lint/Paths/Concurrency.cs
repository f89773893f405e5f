using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>What may happen beside a node: other branches of the parallels around it, any-time steps, extensions.</summary>
internal sealed class Concurrency
{
    private readonly Dictionary<string, HashSet<string>> _beside = new(StringComparer.Ordinal);
    private readonly HashSet<string> _anyTime;
    private readonly ILookup<string, string> _markers;
    private readonly ILookup<string, string> _issuers;
    private readonly HashSet<string> _byExtension;

    public Concurrency(ProcessDefinition definition)
    {
        var nodes = Outline.All(definition).ToList();
        _markers = Of(nodes, body => body.Marks.Select(m => m.Moment));
        _issuers = Of(nodes, body => body.Issues);
        _anyTime = Ids(definition.AnyTime.Concat(nodes.OfType<WorkNode>().SelectMany(w => w.AnyTime)));
        _byExtension = [.. Extended(definition, nodes)];
        Lay(definition.Steps, []);
        Lay(definition.After, []);
    }

    /// <summary>Whether a step is opened only when somebody opens it, or lies inside such a step.</summary>
    public bool IsAnyTime(string node) => _anyTime.Contains(node);

    public bool MayRun(string node, string beside) =>
        _anyTime.Contains(node) || (_beside.TryGetValue(beside, out var others) && others.Contains(node));

    public bool MayMark(string moment, string beside) => _markers[moment].Any(n => MayRun(n, beside));

    public bool MayIssue(string document, string beside) =>
        _byExtension.Contains(document) || _issuers[document].Any(n => MayRun(n, beside));

    // Maps each thing made to the nodes whose outcomes make it.
    private static ILookup<string, string> Of(IEnumerable<Node> nodes, Func<OutcomeRule, IEnumerable<string>> made) =>
        nodes
            .SelectMany(n => Outline.Bodies(n).SelectMany(made).Select(m => (Made: m, n.Id)))
            .ToLookup(x => x.Made, x => x.Id, StringComparer.Ordinal);

    private static IEnumerable<string> Extended(ProcessDefinition definition, IEnumerable<Node> nodes) =>
        definition
            .Clocks.Concat(nodes.OfType<WorkNode>().Select(w => w.Limit).OfType<ClockRule>())
            .SelectMany(c => c.Extensions)
            .Select(e => e.Issues)
            .OfType<string>();

    private void Lay(IReadOnlyList<Node> nodes, HashSet<string> beside)
    {
        foreach (var node in nodes)
        {
            _beside[node.Id] = beside;
            foreach (var list in Outline.Lists(node))
                Lay(list, node is ParallelNode p && p.Branches.Any(b => Same(list, b.Steps)) ? Others(p, list, beside) : beside);
        }
    }

    private static HashSet<string> Others(ParallelNode node, IReadOnlyList<Node> own, HashSet<string> beside) =>
        [.. beside, .. Ids(node.Branches.Where(b => !Same(own, b.Steps)).SelectMany(b => b.Steps))];

    private static bool Same(IReadOnlyList<Node> one, IReadOnlyList<Node> other) =>
        one.Count > 0 && other.Count > 0 && ReferenceEquals(one[0], other[0]);

    private static HashSet<string> Ids(IEnumerable<Node> nodes) => Outline.All(nodes).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
}

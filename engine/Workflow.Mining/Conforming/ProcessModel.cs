using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Mining.Conforming;

/// <summary>A definition as the replay sees it: its nodes numbered, its ways on resolved. Only steps of somebody are leaves; blocks and choices run by themselves.</summary>
internal sealed class ProcessModel
{
    private readonly List<ModelNode> _nodes = [];
    private readonly Dictionary<string, ModelNode> _byId = new(StringComparer.Ordinal);

    internal ProcessModel(ProcessDefinition definition)
    {
        Definition = definition;
        Steps = Lay(definition.Steps, null);
        AnyTime = Lay([.. definition.AnyTime], null);
        foreach (var node in AnyTime.Concat(_nodes.SelectMany(n => n.AnyTime)))
            node.IsAnyTime = true;
        foreach (var outcome in _nodes.SelectMany(n => n.Outcomes))
            Resolve(outcome);
    }

    internal ProcessDefinition Definition { get; }

    internal ModelNode[] Steps { get; }

    internal ModelNode[] AnyTime { get; }

    internal IReadOnlyList<ModelNode> Nodes => _nodes;

    /// <summary>How many outcomes have a bound on how often they are taken.</summary>
    internal int Counters { get; private set; }

    internal ModelNode? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The nodes that a return to one makes undone: it, what follows in its list, and all inside.</summary>
    internal static IEnumerable<ModelNode> From(ModelNode target) => target.List!.SkipWhile(n => n != target).SelectMany(n => n.Whole);

    private ModelNode[] Lay(IReadOnlyList<Node> list, ModelNode? owner)
    {
        ModelNode[] laid = [.. list.Select(n => Lay(n, owner))];
        foreach (var node in laid)
            node.List = laid;
        return laid;
    }

    private ModelNode Lay(Node node, ModelNode? owner)
    {
        var laid = new ModelNode
        {
            Index = _nodes.Count,
            Node = node,
            Owner = owner,
        };
        _nodes.Add(laid);
        _byId.TryAdd(node.Id, laid);
        if (node is ParallelNode p)
            laid.Branches = [.. p.Branches.Select(b => Lay(b.Steps, laid))];
        if (node is WorkNode w)
            laid.AnyTime = Lay([.. w.AnyTime], laid);
        laid.Outcomes = [.. Ways(node).Select((way, place) => Outcome(laid, way.Body, way.When, place))];
        return laid;
    }

    // The ways on from a node, each with what it depends on.
    private static IEnumerable<(OutcomeRule Body, Expression? When)> Ways(Node node) =>
        node is ChoiceNode choice ? choice.Cases.Select(c => (c.Body, c.When)) : Outline.Bodies(node).Select(o => (o, o.AllowedWhen));

    private ModelOutcome Outcome(ModelNode node, OutcomeRule rule, Expression? when, int place) =>
        new()
        {
            Node = node,
            Rule = rule,
            When = when,
            Place = place,
            Steps = Lay(rule.Steps, node),
        };

    private void Resolve(ModelOutcome outcome)
    {
        outcome.AtMost = (outcome.Rule.Exit as BackExit)?.AtMost ?? outcome.Rule.AtMost;
        if (outcome.AtMost is not null)
            outcome.Counter = Counters++;
        if (outcome.Rule.Exit is BackExit back && _byId.TryGetValue(back.To, out var to))
            outcome.Undone = [.. Undone(back, to)];
        if (outcome.Rule.Exit is LeaveExit leave)
            outcome.Left = _byId.GetValueOrDefault(leave.Block);
    }

    private IEnumerable<ModelNode> Undone(BackExit back, ModelNode to) => From(to).Where(n => n == to || !back.Keep.Contains(n.Node.Id));
}

/// <summary>A node of the model.</summary>
internal sealed class ModelNode
{
    internal required int Index { get; init; }

    internal required Node Node { get; init; }

    internal required ModelNode? Owner { get; init; }

    /// <summary>The list it stands in.</summary>
    internal ModelNode[]? List { get; set; }

    internal ModelNode[][] Branches { get; set; } = [];

    internal ModelNode[] AnyTime { get; set; } = [];

    internal ModelOutcome[] Outcomes { get; set; } = [];

    internal string Id => Node.Id;

    /// <summary>Whether somebody, or something outside, has to act at it.</summary>
    internal bool IsLeaf => Node is WorkNode;

    /// <summary>Whether it opens only when somebody opens it.</summary>
    internal bool IsAnyTime { get; set; }

    internal bool IsForEach => Node is WorkNode { IsRepeated: true };

    /// <summary>It and every node inside it.</summary>
    internal IEnumerable<ModelNode> Whole => Inner.Prepend(this);

    /// <summary>Every node inside it.</summary>
    internal IEnumerable<ModelNode> Inner =>
        Branches.SelectMany(b => b).Concat(AnyTime).Concat(Outcomes.SelectMany(o => o.Steps)).SelectMany(n => n.Whole);
}

/// <summary>An outcome of a node, or a case of a choice.</summary>
internal sealed class ModelOutcome
{
    internal required ModelNode Node { get; init; }

    internal required OutcomeRule Rule { get; init; }

    internal required Expression? When { get; init; }

    /// <summary>Its place among the outcomes, from 0.</summary>
    internal required int Place { get; init; }

    internal required ModelNode[] Steps { get; init; }

    /// <summary>How often it may be taken; null without bound.</summary>
    internal int? AtMost { get; set; }

    /// <summary>The place of its counter; -1 without bound.</summary>
    internal int Counter { get; set; } = -1;

    /// <summary>For a way back: what becomes undone.</summary>
    internal ImmutableArray<ModelNode> Undone { get; set; } = [];

    /// <summary>For a way out of a block: the block.</summary>
    internal ModelNode? Left { get; set; }

    internal bool GoesBack => Rule.Exit is BackExit;

    internal bool Follows => Steps.Length > 0 || Rule.Exit is not null;
}

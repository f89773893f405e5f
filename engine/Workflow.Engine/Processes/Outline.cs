using System.Diagnostics;

namespace Workflow.Engine.Processes;

/// <summary>Walks a definition's nodes in the order written, outcome steps and branches included.</summary>
public static class Outline
{
    /// <summary>Every node of a list and, after each, the nodes inside it.</summary>
    public static IEnumerable<Node> All(IEnumerable<Node> nodes) => nodes.SelectMany(n => All(Inner(n)).Prepend(n));

    /// <summary>Every node of a process: its steps, then its any-time steps, then its after-care.</summary>
    public static IEnumerable<Node> All(ProcessDefinition definition) =>
        All(definition.Steps.Concat(definition.AnyTime).Concat(definition.After));

    /// <summary>The lists directly inside a node: branches, outcome steps, cases, any-time steps.</summary>
    public static IEnumerable<IReadOnlyList<Node>> Lists(Node node) =>
        node switch
        {
            ParallelNode p => p.Branches.Select(b => (IReadOnlyList<Node>)b.Steps).Append(p.Done.Steps),
            ChoiceNode c => c.Cases.Select(x => x.Body).Select(Steps),
            WorkNode w => w.Outcomes.Select(Steps).Append([.. w.AnyTime]),
            _ => throw new UnreachableException($"No answer for {node.GetType().Name}."),
        };

    private static IReadOnlyList<Node> Steps(OutcomeRule body) => body.Steps;

    /// <summary>The outcome bodies of a node, in the order written.</summary>
    public static IEnumerable<OutcomeRule> Bodies(Node node) =>
        node switch
        {
            ParallelNode p => [p.Done],
            ChoiceNode c => c.Cases.Select(x => x.Body),
            WorkNode w => w.Outcomes,
            _ => throw new UnreachableException($"No answer for {node.GetType().Name}."),
        };

    /// <summary>The fields that a step asks for, those of every outcome included.</summary>
    public static IEnumerable<Field> Asks(WorkNode node) => node.Asks.Concat(node.Outcomes.SelectMany(o => o.Asks));

    /// <summary>The fields that a step asks for where it comes to an outcome; whatever comes of it for null.</summary>
    public static IEnumerable<Field> Asks(WorkNode node, OutcomeRule? outcome) => node.Asks.Concat(outcome?.Asks ?? []);

    private static IEnumerable<Node> Inner(Node node) => Lists(node).SelectMany(list => list);
}

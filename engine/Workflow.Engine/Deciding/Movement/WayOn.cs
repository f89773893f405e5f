using System.Diagnostics;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Whether a step could be finished if others were passed over: what it asks about they would have to make.</summary>
internal static class WayOn
{
    /// <summary>Returns the first step passed over without which the step comes to no outcome; null where some outcome is possible.</summary>
    /// <param name="look">The decision in the making.</param>
    /// <param name="node">The step that would be next.</param>
    /// <param name="skipped">What would be passed over, with everything inside.</param>
    internal static Node? Maker(CaseLook look, WorkNode node, IReadOnlyCollection<Node> skipped)
    {
        if (StepNeeds.Lacking(look, node).Select(n => Maker(n, skipped)).FirstOrDefault(n => n is not null) is { } needed)
            return needed;
        var makers = node.Outcomes.Select(o => Evaluation.IsTrue(o.AllowedWhen, look.Values) ? null : Maker(o.AllowedWhen, skipped));
        return makers.ToList() is var all && all.TrueForAll(m => m is not null) ? all.FirstOrDefault() : null;
    }

    private static Node? Maker(Expression? asked, IReadOnlyCollection<Node> skipped) =>
        ExpressionParts.Leaves(asked).Select(leaf => skipped.FirstOrDefault(n => Makes(n, leaf))).FirstOrDefault(n => n is not null);

    private static bool Makes(Node node, Expression leaf) =>
        leaf switch
        {
            OutcomeOf o => o.Step == node.Id,
            StepField f => f.Step == node.Id,
            DocumentNumber d => Outline.Bodies(node).Any(b => b.Issues.Contains(d.Document)),
            MomentDay m => Marks(node, m.Moment),
            IsMarked m => Marks(node, m.Moment),
            Operand or Condition => false,
            _ => throw new UnreachableException($"No answer for {leaf.GetType().Name}."),
        };

    private static bool Marks(Node node, string moment) => Outline.Bodies(node).Any(b => b.Marks.Any(m => m.Moment == moment));
}

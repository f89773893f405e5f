using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Flow;

/// <summary>A step that opens for each row drawn, or of a table that a step fills, must stand behind it, or it opens for nobody and is passed over.</summary>
internal static class LotsOrder
{
    public static readonly LintRule Rule = LintRule.Error("lots.not_drawn_before");

    public static readonly LintRule Unfilled = LintRule.Error("rows.not_filled_before");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var node in subject.Work)
        {
            if (node.ForEachDrawn is { } draw && NeverBefore(subject, node, draw))
                findings.Add(Rule, subject.Places.Node(node.Id, "for-each"), ("draw", draw), ("step", node.Id));
            if (node.ForEachStep is { } filled && NeverBefore(subject, node, filled))
                findings.Add(Unfilled, subject.Places.Node(node.Id, "for-each"), ("filled", filled), ("step", node.Id));
        }
    }

    private static bool NeverBefore(Subject subject, WorkNode node, string other)
    {
        var states = subject.Paths.Opened(node.Id);
        return states.Count > 0 && !states.Any(s => s.Outcomes.GetValueOrDefault(other) is { Length: > 0 });
    }
}

using System.Diagnostics.CodeAnalysis;
using Workflow.Definitions.Lint.Paths;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Flow;

/// <summary>A step whose limit counts from an earlier act must not stand behind work that may use that limit up.</summary>
internal static class LateOpening
{
    public static readonly LintRule Rule = LintRule.Warning("sequence.opens_late");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var node in subject.Work)
            if (node.Limit is { } limit && IsSpent(subject, node, out var most, out var days))
                findings.Add(
                    Rule,
                    subject.Places.Node(node.Id),
                    ("step", node.Id),
                    ("limit", most),
                    ("moments", MessageValue.List(limit.From)),
                    ("days", days)
                );
    }

    // The work before the step may take as long as the step's own limit, which runs from an earlier moment.
    private static bool IsSpent(Subject subject, WorkNode node, [NotNullWhen(true)] out Period? most, out int days)
    {
        (most, days) = (Span.Longest(node.Limit!.Limits), 0);
        if (most is null || !subject.Paths.Before.TryGetValue(node.Id, out var before) || before.Budget < Span.Days(most))
            return false;
        days = (int)Math.Ceiling(before.Budget);
        return true;
    }
}

using Workflow.Definitions.Lint.Paths;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>A step whose limit counts from an earlier act must not stand behind work that may use that limit up.</summary>
internal static class LateOpening
{
    public static readonly LintRule Rule = LintRule.Warning("sequence.opens_late");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var node in subject.Work.Where(w => w.Limit is not null))
            if (
                subject.Paths.Before.TryGetValue(node.Id, out var before)
                && Longest(node.Limit!) is { } limit
                && before.Budget >= Span.Days(limit)
            )
                findings.Add(
                    Rule,
                    subject.Places.Node(node.Id),
                    ("step", node.Id),
                    ("limit", limit),
                    ("moments", MessageValue.List(node.Limit!.From)),
                    ("days", (int)Math.Ceiling(before.Budget))
                );
    }

    private static Period? Longest(ClockRule limit) =>
        limit.Limits.Where(l => l.Kind is LimitKind.For or LimitKind.UpTo).Select(l => l.Period!).MaxBy(Span.Days);
}

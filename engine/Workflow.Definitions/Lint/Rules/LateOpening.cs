using Workflow.Definitions.Lint.Paths;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>A step whose limit counts from an earlier act must not stand behind work that may use that limit up.</summary>
internal static class LateOpening
{
    public static readonly LintRule Rule = LintRule.Warning("sequence.opens_late", "The step may open after its own limit has ended",
        "Its limit counts from an earlier moment, and the steps in between may take as long: publication after delivery is late before it begins.");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var node in subject.Work.Where(w => w.Limit is not null))
            if (subject.Paths.Before.TryGetValue(node.Id, out var before) && Longest(node.Limit!) is { } limit && before.Budget >= Span.Days(limit))
                findings.Add(Rule, subject.Places.Node(node.Id), $"Expected '{node.Id}' to open well within {limit} from {string.Join(" and ", node.Limit!.From)}, but the steps before it may take about {Math.Ceiling(before.Budget):0} calendar days.", "put it beside those steps in a parallel, or before them");
    }

    private static Period? Longest(ClockRule limit) =>
        limit.Limits.Where(l => l.Kind is LimitKind.For or LimitKind.UpTo).Select(l => l.Period!).MaxBy(Span.Days);
}

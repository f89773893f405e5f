using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>After-care comes to an end, and decides nothing.</summary>
internal static class AfterWork
{
    public static readonly LintRule OpenForEver = LintRule.Warning("after.open_for_ever", "A step of the after-care has no limit",
        "The case is concluded and nobody looks for it any more, so a step that is forgotten keeps the file from being closed.");

    public static readonly LintRule Decides = LintRule.Warning("after.decides", "The after-care decides",
        "A concluded case 办结 has its result: what grants or refuses belongs before the end, under the clocks of the case.");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var node in Outline.All(subject.Definition.After))
        {
            if (node is WorkNode { Limit: null } work && !subject.Beside.IsAnyTime(work.Id))
                findings.Add(OpenForEver, subject.Places.Node(work.Id), ("step", work.Id));
            foreach (var body in Outline.Bodies(node).Where(b => RefusingOutcome.Is(node, b) || b.Issues.Any(subject.Papers.IsPermit)))
                findings.Add(Decides, subject.Places.Outcome(node.Id, body.Id), ("outcome", body.Id), ("step", node.Id));
        }
    }
}

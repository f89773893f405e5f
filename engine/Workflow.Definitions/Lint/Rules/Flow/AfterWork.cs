using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Flow;

/// <summary>After-care comes to an end, and decides nothing.</summary>
internal static class AfterWork
{
    public static readonly LintRule OpenForEver = LintRule.Warning("after.open_for_ever");

    public static readonly LintRule Decides = LintRule.Warning("after.decides");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var node in Outline.All(subject.Definition.After))
        {
            if (node is WorkNode { Limit: null } work && !subject.Beside.IsAnyTime(work.Id))
                findings.Add(OpenForEver, subject.Places.Node(work.Id), ("step", work.Id));
            foreach (var body in Outline.Bodies(node).Where(b => DecidesAnew(subject, node, b)))
                findings.Add(Decides, subject.Places.Outcome(node.Id, body.Id), ("outcome", body.Id), ("step", node.Id));
        }
    }

    // What is revoked was decided before the end.
    private static bool DecidesAnew(Subject subject, Node node, OutcomeRule body) =>
        !CommonWords.Revocation.IsTitle(body.Title) && (RefusingOutcome.Is(node, body) || body.Issues.Any(subject.Papers.IsPermit));
}

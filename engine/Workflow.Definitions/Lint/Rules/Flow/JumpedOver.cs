using Workflow.Definitions.Lint.Rules.People;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Flow;

/// <summary>No jump passes over what decides or serves: a result without a decision is nobody's, and nobody would hear of it.</summary>
internal static class JumpedOver
{
    public static readonly LintRule Rule = LintRule.Warning("step.jumped_over");

    public static void Check(Subject subject, Findings findings) => Look(subject, subject.Definition.Steps, false, findings);

    // A jump leaves behind what stands before other work, with all inside; one mandatory step in it holds the whole.
    private static void Look(Subject subject, IReadOnlyList<Node> list, bool isPassed, Findings findings)
    {
        for (var i = 0; i < list.Count; i++)
        {
            var node = list[i];
            var passed = Outline.All([node]).All(n => !n.Mandatory) && (isPassed || list.Skip(i + 1).Any(n => n is WorkNode));
            if (passed && node is WorkNode work && Matters(subject, work))
                findings.Add(Rule, subject.Places.Node(node.Id), ("step", node.Id));
            foreach (var inner in Outline.Lists(node).Where(l => !IsAnyTime(node, l)))
                Look(subject, inner, passed, findings);
        }
    }

    private static bool IsAnyTime(Node node, IReadOnlyList<Node> list) =>
        node is WorkNode work && list.Count > 0 && work.AnyTime.Any(s => s == list[0]);

    private static bool Matters(Subject subject, WorkNode node) =>
        node.Outcomes.Any(o =>
            o.Serves is not null
            || o.Remedies is Remedies.Free or Remedies.ReconsiderationFirst
            || o.Marks.Any(m => m.Moment == OwnCaseSteps.Decided)
            || o.Issues.Any(subject.Papers.Matters)
        );
}

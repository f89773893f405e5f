using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.People;

/// <summary>Facts are verified by two.</summary>
internal static class TwoOfficers
{
    public static readonly LintRule Rule = LintRule.Warning("officers.two_needed");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var node in subject.Nodes)
        {
            if (node is StepNode { By: not PartyRole, Officers: < 2 } step && Verifies(step.Ground, step.Title))
                Add(subject, findings, step, step.By);
            if (node is not JointNode joint)
                continue;
            foreach (
                var one in joint.Participants.Where(p => p.Officers < 2 && p.By is not PartyRole && Verifies(p.Ground ?? joint.Ground, ""))
            )
                Add(subject, findings, joint, one.By);
        }
    }

    private static void Add(Subject subject, Findings findings, Node node, Assignee who) =>
        findings.Add(
            Rule,
            subject.Places.Node(node.Id),
            subject.Law.Demanding(Duty.TwoOfficers),
            ("post", who.ToString()!),
            ("step", node.Id)
        );

    private static bool Verifies(string? ground, string title) =>
        CommonWords.Verification.IsGround(ground) || CommonWords.Verification.IsTitle(title);
}

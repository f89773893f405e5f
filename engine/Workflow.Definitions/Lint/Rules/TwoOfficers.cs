using System.Text.RegularExpressions;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>Facts are verified by two.</summary>
internal static partial class TwoOfficers
{
    public static readonly LintRule Rule = LintRule.Warning("officers.two_needed", "One officer verifies alone",
        "行政许可法 第三十四条第三款: 指派两名以上工作人员进行核查; 行政处罚法(2021) 第四十二条: 执法人员不得少于两人.");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var node in subject.Nodes)
        {
            if (node is StepNode { By: not PartyRole, Officers: < 2 } step && Verifies(step.Ground, step.Title))
                Add(subject, findings, step, step.By);
            if (node is not JointNode joint) continue;
            foreach (var one in joint.Participants.Where(p => p.Officers < 2 && p.By is not PartyRole && Verifies(p.Ground ?? joint.Ground, "")))
                Add(subject, findings, joint, one.By);
        }
    }

    private static void Add(Subject subject, Findings findings, Node node, Assignee who) =>
        findings.Add(Rule, subject.Places.Node(node.Id), $"Expected at least two officers of {who} at '{node.Id}', but one may act alone.", "write 'officers: 2'");

    private static bool Verifies(string? ground, string title) => Word().IsMatch(ground ?? "") || Title().IsMatch(title);

    [GeneratedRegex("^(现场|实地)?(核查|检查|勘验|查验)$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("(现场|实地)(核查|检查|勘验|查验)", RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}

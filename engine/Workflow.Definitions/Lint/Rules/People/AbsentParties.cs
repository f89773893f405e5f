using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.People;

/// <summary>What a party other than the first is to do is left out where nobody is named as that party.</summary>
internal static class AbsentParties
{
    public static readonly LintRule Rule = LintRule.Warning("party.left_out");

    public static void Check(Subject subject, Findings findings)
    {
        var first = subject.Definition.Parties.FirstOrDefault()?.Role;
        foreach (var step in subject.Nodes.OfType<StepNode>().Where(s => !s.Mandatory && !subject.Beside.IsAnyTime(s.Id)))
            if (step.By is PartyRole party && party.Role != first)
                findings.Add(Rule, subject.Places.Node(step.Id, "by"), ("step", step.Id), ("party", party.Role));
    }
}

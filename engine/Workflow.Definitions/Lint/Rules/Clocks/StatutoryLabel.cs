using Workflow.Definitions.Lint.Meaning;

namespace Workflow.Definitions.Lint.Rules.Clocks;

/// <summary>Only a period of law is called one.</summary>
internal static class StatutoryLabel
{
    public static readonly LintRule Rule = LintRule.Error("basis.statutory_label");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (clock, _, at) in subject.Clocks())
            if (clock.Basis.IsInternal && CommonWords.Statutory.IsTitle(clock.Title))
                findings.Add(Rule, at("title"), ("title", clock.Title), ("clock", clock.Id));
    }
}

using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.People;

/// <summary>An officer who is a party may take something in, as at a window with one clerk; nobody decides their own case.</summary>
internal static class OwnCaseSteps
{
    public static readonly LintRule Rule = LintRule.Error("step.own_case_decides");

    // The day on which the office has decided, as every process calls it.
    internal const string Decided = "decided";

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var step in subject.Work.Where(n => n.OwnCase == true && n.Outcomes.Any(o => Decides(subject, o))))
            findings.Add(Rule, subject.Places.Node(step.Id), ("step", step.Id));
    }

    private static bool Decides(Subject subject, OutcomeRule outcome) =>
        outcome.Remedies is not null
        || outcome.Exit is EndExit
        || outcome.Marks.Any(m => m.Moment == Decided)
        || outcome.Issues.Any(subject.Papers.Matters);
}

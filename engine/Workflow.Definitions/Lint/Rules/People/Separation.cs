using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.People;

/// <summary>Who must be different people can be, and who the law keeps apart is.</summary>
internal static class Separation
{
    public static readonly LintRule Unsatisfiable = LintRule.Warning("separation.unsatisfiable");

    public static readonly LintRule Chair = LintRule.Warning("separation.chair");

    public static void Check(Subject subject, Findings findings)
    {
        var steps = subject.Nodes.OfType<StepNode>().ToList();
        foreach (var step in steps)
        {
            foreach (var other in steps.Where(s => CannotBeKeptApart(step, s)))
                findings.Add(
                    Unsatisfiable,
                    subject.Places.Node(step.Id, "not-by"),
                    ("other", other.Id),
                    ("step", step.Id),
                    ("post", step.By.ToString()!)
                );
            if (IsOpenToAnyChair(step))
                findings.Add(Chair, subject.Places.Node(step.Id, "by"), subject.Law.Demanding(Duty.SeparateChair), ("step", step.Id));
        }
    }

    private static bool IsOpenToAnyChair(StepNode step) =>
        CommonWords.Hearing.IsGround(step.Ground) && Posts.IsOffice(step) && step.NotBy.IsEmpty;

    private static bool CannotBeKeptApart(StepNode step, StepNode other) =>
        step.NotBy.Contains(other.Id) && other.By.Equals(step.By) && (Posts.IsOnePerson(step.By) || other.Id == step.Id);
}

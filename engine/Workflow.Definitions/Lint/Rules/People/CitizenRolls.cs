using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.People;

/// <summary>A period that a party has to keep, in days or months, does not end on a day off.</summary>
internal static class CitizenRolls
{
    public static readonly LintRule Rule = LintRule.Warning("clock.roll_unsaid");

    public static void Check(Subject subject, Findings findings)
    {
        var waits = subject.Law.Book.RemedySteps;
        foreach (var (clock, step, at) in subject.Clocks().Where(c => c.Step is { } work && IsOfParty(work, waits)))
            if (clock.Roll == RollRule.None && clock.Limits.FirstOrDefault(IsRolled) is { Period: { } period })
                findings.Add(Rule, at("for"), ("step", step!.Id), ("period", period));
    }

    private static bool IsOfParty(WorkNode work, IReadOnlySet<string> waits) =>
        Posts.IsParty(work) || (work.Ground is { } ground && waits.Contains(ground));

    private static bool IsRolled(LimitRule limit) =>
        limit is { Kind: LimitKind.For or LimitKind.UpTo, Period: { Amount: > 0, Unit: PeriodUnit.Days or PeriodUnit.Months } };
}

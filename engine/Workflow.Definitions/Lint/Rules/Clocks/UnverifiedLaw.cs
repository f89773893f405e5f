using Workflow.Engine.Laws;

namespace Workflow.Definitions.Lint.Rules.Clocks;

/// <summary>A period of law rests on an article that somebody has compared with its text.</summary>
internal static class UnverifiedLaw
{
    public static readonly LintRule Rule = LintRule.Warning("law.unverified");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (clock, _, at) in subject.Clocks().Where(c => !c.Rule.Basis.IsInternal))
            if (IsUnverified(subject, clock.Basis))
                findings.Add(Rule, at("basis="), subject.Law.Said(clock.Basis), ("clock", clock.Id), ("basis", clock.Basis.ToString()));
    }

    private static bool IsUnverified(Subject subject, LegalBasis basis) =>
        subject.Law.Book.About(basis) is { IsEmpty: false } articles && articles.All(a => a.Status == ArticleStatus.Unverified);
}

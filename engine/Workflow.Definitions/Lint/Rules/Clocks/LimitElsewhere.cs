using System.Collections.Immutable;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Clocks;

/// <summary>A clock cites the part of the article that sets its limit, not one beside it.</summary>
internal static class LimitElsewhere
{
    public static readonly LintRule Rule = LintRule.Error("clock.limit_elsewhere");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (clock, _, at) in subject.Clocks().Where(c => !c.Rule.Basis.IsInternal && IsBounded(c.Rule)))
            if (Beside(subject, clock.Basis) is { IsEmpty: false } others)
                findings.Add(
                    Rule,
                    at("basis="),
                    ("clock", clock.Id),
                    ("basis", clock.Basis.ToString()),
                    ("others", MessageValue.List(others))
                );
    }

    private static bool IsBounded(ClockRule clock) => clock.Limits.Any(l => l.Period is not null);

    // Of an article that sets no limit anywhere nothing is known to be wrong: its entries may not tell everything.
    private static ImmutableArray<string> Beside(Subject subject, LegalBasis basis) =>
        SetsSome(subject.Law.Book.About(basis))
            ? []
            :
            [
                .. Whole(subject, basis)
                    .Where(a => a.Limit is not null)
                    .Select(a => a.Number)
                    .Where(number => !ArticleNumber.Holds(basis.Article!, number))
                    .Distinct(),
            ];

    private static bool SetsSome(ImmutableArray<Article> articles) => articles.Any(a => a.Limit is not null || a.Extension is not null);

    private static IEnumerable<Article> Whole(Subject subject, LegalBasis basis) =>
        basis.Article is { } cited && ArticleNumber.Of(cited) is { } number
            ? subject.Law.Book.Find(basis.Law)?.Of(basis.Edition).Where(a => ArticleNumber.Of(a.Number) == number) ?? []
            : [];
}

using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Reading;

/// <summary>Checks that a law agrees with itself: its editions follow each other, and its articles lie in them.</summary>
internal sealed class LawCheck(Law law, Scope scope)
{
    public void Run(IReadOnlyList<Placed<LawEdition>> editions, IReadOnlyList<Placed<Article>> articles)
    {
        Order(editions);
        foreach (var (article, at) in articles)
        {
            Known(article, at);
            SpeaksOfSomething(article, at);
            CountsDaysAlike(article, at);
        }
    }

    private void Order(IReadOnlyList<Placed<LawEdition>> editions)
    {
        foreach (var (earlier, later) in editions.Zip(editions.Skip(1)))
            if (earlier.Thing.InForce.To is not { } end || end >= later.Thing.InForce.From)
                scope.Error(later.At, "law.edition_overlap", $"Expected the edition of {later.Thing.Year} to begin after that of {earlier.Thing.Year} ends, but they overlap.");
        foreach (var twice in editions.GroupBy(e => e.Thing.Year).Where(g => g.Count() > 1))
            scope.Error(twice.Last().At, "law.edition_twice", $"Expected each edition once, but {twice.Key} stands here again.");
    }

    private void Known(Article article, Position at)
    {
        if (article.Editions.IsEmpty)
            scope.Error(at, "law.no_edition", $"Expected the editions of {article.Number}, but there is none.");
        foreach (var year in article.Editions.Where(y => law.Edition(y) is null))
            scope.Error(at, "law.unknown_edition", $"Expected an edition of {law.Title} at {article.Number}, but there is none of {year}.", $"the editions are {string.Join(", ", law.Editions.Select(e => e.Year))}");
    }

    private void SpeaksOfSomething(Article article, Position at)
    {
        foreach (var other in article.SpeaksOf.Where(o => o.IsInternal))
            if (!article.Editions.Any(year => !law.About(year, other.Article).IsEmpty))
                scope.Error(at, "law.unknown_article", $"Expected an article that is written here under 'for' at {article.Number}, but there is no {other.Article}.");
    }

    // A bare 日 that the law counts in working days must not be written as calendar days.
    private void CountsDaysAlike(Article article, Position at)
    {
        if (article.Limit is not { Kind: ArticleLimitKind.AtMost, Period: { Unit: PeriodUnit.Days } period }) return;
        foreach (var rule in law.Days)
            foreach (var year in article.Editions.Where(y => rule.AreWorking(y, period.Amount)))
                scope.Error(at, "law.day_kind", $"Expected working days at {article.Number}, as {law.Title}({year}) {rule.Article} counts them, but found {period}.");
    }
}

using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Reading.Laws;

/// <summary>Checks that a law agrees with itself: its editions follow each other, and its articles lie in them.</summary>
internal sealed class LawCheck(Law law, Scope scope)
{
    public void Run(IReadOnlyList<Placed<LawEdition>> editions, IReadOnlyList<Placed<Article>> articles, MapSyntax? grounds)
    {
        Order(editions);
        NamesGrounds(grounds?.Entries ?? []);
        foreach (var (article, at) in articles)
        {
            Known(article, at);
            Exists(article, at);
            SpeaksOfSomething(article, at);
            CountsDaysAlike(article, at);
        }
    }

    private void Order(IReadOnlyList<Placed<LawEdition>> editions)
    {
        foreach (var (earlier, later) in editions.Zip(editions.Skip(1)))
            if (!Precedes(earlier.Thing, later.Thing))
                scope.Error(later.At, LawProblems.EditionOverlap($"{later.Thing.Year}", $"{earlier.Thing.Year}"));
        foreach (var twice in editions.GroupBy(e => e.Thing.Year).Where(g => g.Count() > 1))
            scope.Error(twice.Last().At, LawProblems.EditionTwice($"{twice.Key}"));
    }

    private void NamesGrounds(IReadOnlyList<MapEntry> grounds)
    {
        var named = law.Articles.SelectMany(a => a.NotCounted.Concat(a.Steps).Concat(a.EveryPath)).ToHashSet(StringComparer.Ordinal);
        foreach (var stray in grounds.Where(g => !named.Contains(g.Key)))
            scope.Error(stray.KeyAt, LawProblems.GroundOfNoArticle(stray.Key));
    }

    private static bool Precedes(LawEdition earlier, LawEdition later) => earlier.InForce.To is { } end && end < later.InForce.From;

    private void Known(Article article, Position at)
    {
        if (article.Editions.IsEmpty)
            scope.Error(at, LawProblems.NoEdition(article.Number));
        foreach (var year in article.Editions.Where(y => law.Edition(y) is null))
            scope.Error(at, LawProblems.EditionOfArticle(law.Title, article.Number, $"{year}", law.Editions.Select(e => $"{e.Year}")));
    }

    private void Exists(Article article, Position at)
    {
        foreach (var edition in law.Editions.Where(e => article.Editions.Contains(e.Year) && e.EndsBefore(article.Number)))
            scope.Error(at, LawProblems.BeyondTheLast(article.Number, $"{law.Title}({edition.Year})", edition.Articles!.Value));
    }

    private void SpeaksOfSomething(Article article, Position at)
    {
        foreach (var other in article.SpeaksOf.Where(o => o.IsInternal))
            if (!article.Editions.Any(year => !law.About(year, other.Article).IsEmpty))
                scope.Error(at, LawProblems.ArticleElsewhere(article.Number, other.Article ?? ""));
    }

    // A bare 日 that the law counts in working days must not be written as calendar days.
    private void CountsDaysAlike(Article article, Position at)
    {
        if (article.Limit is not { Kind: ArticleLimitKind.AtMost, Period: { Unit: PeriodUnit.Days } period })
            return;
        foreach (var rule in law.Days)
        foreach (var year in article.Editions.Where(y => rule.AreWorking(y, period.Amount)))
            scope.Error(at, LawProblems.DayKind(article.Number, $"{law.Title}({year}) {rule.Article}", $"{period}"));
    }
}

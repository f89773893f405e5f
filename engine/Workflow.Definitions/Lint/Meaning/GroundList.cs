using Workflow.Definitions.Laws;
using Workflow.Engine.Laws;

namespace Workflow.Definitions.Lint.Meaning;

/// <summary>What a law does not count into a period.</summary>
/// <param name="Lists">The articles that list it; none where the period cannot stand still, or nothing says that it does.</param>
/// <param name="Grounds">The grounds.</param>
/// <param name="Law">The first of the articles, the one that binds the period to a day, or the one that fixes it.</param>
internal sealed record GroundList(IReadOnlyList<LegalBasis> Lists, IReadOnlySet<string> Grounds, CitedArticle? Law)
{
    // A list that ends in "and others" says nothing against any ground.
    public bool Admits(string ground) => Grounds.Contains(ground) || Grounds.Any(CommonWords.OpenList.IsGround);

    /// <summary>What is not counted under a citation; null where no law of the book says so.</summary>
    public static GroundList? Of(LegalBasis basis, LawBook book)
    {
        var bound = book.About(basis).FirstOrDefault(a => a.Silence?.AsOf == SilenceDay.Expiry);
        if (bound is not null)
            return new GroundList([], new HashSet<string>(), LegalGrounds.Said(basis, bound));
        if (book.NotCounted(basis) is { Count: > 0 } lists)
            return Together(lists);

        // A period that a law fixes, and says nothing of what it does not count, counts every day.
        if (book.About(basis).FirstOrDefault(a => a.Limit is not null) is { } limited)
            return new GroundList([], new HashSet<string>(), LegalGrounds.Said(basis, limited));

        // An article that fixes nothing has no list of its own, but belongs to a law that knows what may stand still.
        return
            book.Lists(basis).Where(l => l.At.Law == LawBook.Short(basis.Law) && !l.Article.SpeaksOf.IsEmpty).ToList()
                is { Count: > 0 } whole
            ? Together(whole)
            : null;
    }

    private static GroundList Together(IReadOnlyList<(LegalBasis At, Article Article)> lists) =>
        new(
            [.. lists.Select(l => l.At).Distinct()],
            lists.SelectMany(l => l.Article.NotCounted).ToHashSet(StringComparer.Ordinal),
            LegalGrounds.Said(lists[0].At, lists[0].Article)
        );
}

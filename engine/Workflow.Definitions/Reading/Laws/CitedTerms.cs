using System.Collections.Immutable;
using Workflow.Definitions.Laws;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Laws;

/// <summary>What a clock leaves out and takes from the article that it cites, in the edition it cites.</summary>
/// <param name="scope">Where problems go.</param>
/// <param name="basis">The citation.</param>
/// <param name="at">Where the citation stands, or the clock that has none.</param>
internal sealed class CitedTerms(Scope scope, LegalBasis basis, Position at)
{
    private readonly LawBook _laws = scope.Walk.Shelf.Laws;

    /// <summary>What a clock or a limit takes from the law that it cites.</summary>
    public static CitedTerms Of(Shape shape, LegalBasis basis) => new(shape.Scope, basis, shape["basis"]?.At ?? shape.At);

    /// <summary>
    /// Whether one limit of several cites it, which holds under a condition: its law may have gone before the definition's first day, or come
    /// after it.
    /// </summary>
    public bool OfItsTime { get; init; }

    /// <summary>Whether a law is cited, so that something can be left out.</summary>
    public bool HasLaw => !basis.IsInternal || IsStandIn;

    // A fragment that is read alone has a stand-in for a citation that its user gives.
    private bool IsStandIn => scope.Walk.IsFragment && basis.IsInternal && at.UsedAt is not null;

    /// <summary>The limit of the article; null after reporting why there is none to take.</summary>
    public LimitRule? Limit() =>
        Sole() is { Limit: { Period: { } period } limit } ? new LimitRule { Kind = Kind(limit), Period = period } : null;

    /// <summary>The extension of the article; null after reporting why there is none to take.</summary>
    public ArticleExtension? Extension()
    {
        if (Sole() is not { } article)
            return null;
        if (article.Extension is null)
            Report(LawProblems.NoExtension($"{basis}"));
        return article.Extension;
    }

    /// <summary>The grounds that the law does not count into the period of the article; none after reporting why.</summary>
    public ImmutableArray<string> Grounds()
    {
        if (IsStandIn || !IsInForce())
            return [];
        var lists = _laws.NotCounted(basis);
        if (lists.Count == 0)
            Report(LawProblems.NoGrounds($"{basis}"));
        return [.. lists.SelectMany(l => l.Article.NotCounted).Distinct()];
    }

    private Article? Sole()
    {
        if (IsStandIn || !IsInForce())
            return null;
        var said = _laws.About(basis);
        var limits = said.Where(a => a.Limit is not null).ToList();
        if (limits is [var only])
            return Usable(only) ? only : null;
        Report(said.IsEmpty ? LawProblems.UnknownArticle($"{basis}") : NotOne(limits));
        return null;
    }

    private Message NotOne(List<Article> limits) =>
        limits.Count == 0 ? LawProblems.NoLimit($"{basis}") : LawProblems.SeveralLimits($"{basis}", limits);

    private bool IsInForce()
    {
        if (_laws.Find(basis.Law) is not { } law)
            return Report(LawProblems.Unknown(basis.Law));
        if (law.Edition(basis.Edition) is not { } edition)
            return Report(LawProblems.UnknownEdition(basis.Law, $"{basis.Edition}", law.Editions.Select(e => $"{e.Year}")));
        return OfItsTime || scope.Walk.InForceFrom is not { } day || edition.InForce.Includes(day) || Report(NotInForce(law, edition, day));
    }

    private Message NotInForce(Law law, LawEdition edition, DateOnly day) =>
        LawProblems.NotInForce(
            $"{basis.Law}({basis.Edition})",
            day,
            LawProblems.Days(edition),
            law.On(day) is { } then ? Ways.CiteEdition($"{then.Year}") : null
        );

    private bool Usable(Article article)
    {
        if (article.Status == ArticleStatus.Unverified)
            return Report(LawProblems.UnverifiedLimit($"{basis}"));
        if (article.Limit!.Period is not { } period)
            return Report(LawProblems.SameDay($"{basis}"));
        return article.Limit.Kind != ArticleLimitKind.Before || Report(LawProblems.CountsBack($"{basis}", period));
    }

    private static LimitKind Kind(ArticleLimit limit) => limit.Kind == ArticleLimitKind.AtLeast ? LimitKind.AtLeast : LimitKind.For;

    private bool Report(Message problem)
    {
        scope.Error(at, problem);
        return false;
    }
}

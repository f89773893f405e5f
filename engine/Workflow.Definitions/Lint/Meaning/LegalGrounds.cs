using Workflow.Definitions.Laws;
using Workflow.Engine.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Meaning;

/// <summary>What the laws that bind a definition say: those it cites, and those that govern its type of item on its first day.</summary>
internal sealed class LegalGrounds(ProcessDefinition definition, LawBook book)
{
    private readonly IReadOnlyList<(Law Law, int Year)> _binding =
    [
        .. Cited(definition, book).Concat(Governing(definition, book)).Distinct(),
    ];

    public LawBook Book { get; } = book;

    /// <summary>The article of a binding law that demands something; of several the one that demands most of the rest too. Null for none.</summary>
    public CitedArticle? Demanding(Duty duty, params Duty[] beside) =>
        (
            from one in _binding
            from article in one.Law.Of(one.Year)
            where article.Duties.Contains(duty)
            orderby article.Duties.Count(beside.Contains) descending, article.Decisions.IsEmpty descending
            select CitedArticle.Of(one.Law.Title, one.Year, article)
        ).FirstOrDefault();

    /// <summary>The article that demands something of a kind of decision which it names; null for none.</summary>
    public CitedArticle? DemandingOf(string outcome, Duty duty) =>
        (
            from law in Book.General()
            where law.On(definition.InForce.From) is not null
            let year = law.On(definition.InForce.From)!.Year
            from article in law.Of(year)
            where article.Duties.Contains(duty) && article.Decisions.Any(d => d.Is(definition.Item.Type, outcome))
            select CitedArticle.Of(law.Title, year, article)
        ).FirstOrDefault();

    /// <summary>The article that demands something of every decision by which a party has remedies, on the first day; null for none.</summary>
    public CitedArticle? OfRemedies(Duty duty) =>
        (
            from law in Book.General()
            let edition = law.On(definition.InForce.From)
            where edition is not null
            from article in law.Of(edition.Year)
            where article.Duties.Contains(duty)
            select CitedArticle.Of(law.Title, edition.Year, article)
        ).FirstOrDefault();

    /// <summary>
    /// Returns the articles that speak of a decision against a party, which a binding law is about; empty where none is about it. An
    /// article that nobody read in full asks for nothing.
    /// </summary>
    public IReadOnlyList<(CitedArticle Cited, Article Article)> Against(string outcome, IReadOnlyList<string> papers)
    {
        return
        [
            .. from one in _binding
            where one.Law.Decisions.Any(Is)
            from article in one.Law.Of(one.Year)
            where article.Status == ArticleStatus.Read && (article.Decisions.IsEmpty || article.Decisions.Any(Is))
            select (CitedArticle.Of(one.Law.Title, one.Year, article), article),
        ];

        bool Is(DecisionKind kind) => kind.Is(definition.Item.Type, outcome, papers);
    }

    /// <summary>What is said under a citation, as one to show; null where the data say nothing.</summary>
    public CitedArticle? Said(LegalBasis basis) => Book.About(basis) is [var first, ..] ? Said(basis, first) : null;

    /// <summary>An entry found under a citation, as one to show.</summary>
    public static CitedArticle Said(LegalBasis basis, Article article) =>
        CitedArticle.Of(LawBook.Short(basis.Law), basis.Edition!.Value, article);

    private static IEnumerable<(Law Law, int Year)> Cited(ProcessDefinition definition, LawBook book) =>
        from basis in Citations.Of(definition)
        let law = basis.IsInternal ? null : book.Find(basis.Law)
        where law is not null
        select (law, basis.Edition!.Value);

    private static IEnumerable<(Law Law, int Year)> Governing(ProcessDefinition definition, LawBook book) =>
        from law in book.Governing(definition.Item.Type)
        let edition = law.On(definition.InForce.From)
        where edition is not null
        select (law, edition.Year);
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Workflow.Engine.Laws;

namespace Workflow.Definitions.Laws;

/// <summary>The laws that definitions may cite: those shipped, and over them those of a folder.</summary>
public sealed class LawBook
{
    private const string Republic = "中华人民共和国";

    private readonly FrozenDictionary<string, BookedLaw> _laws;

    internal LawBook(IEnumerable<BookedLaw> laws) => _laws = laws.ToFrozenDictionary(l => l.Title, StringComparer.Ordinal);

    /// <summary>The short titles of all of them, in order.</summary>
    public IEnumerable<string> Titles => _laws.Keys.Order(StringComparer.Ordinal);

    /// <summary>Returns a law by its title as cited, with or without 中华人民共和国 and 《》; null when it is not known.</summary>
    public Law? Find(string title) => _laws.GetValueOrDefault(Short(title))?.Law;

    /// <summary>Returns what is said under a citation; empty for an internal rule, and where the data say nothing.</summary>
    public ImmutableArray<Article> About(LegalBasis basis) => Find(basis.Law)?.About(basis.Edition, basis.Article) ?? [];

    /// <summary>Returns the grounds that do not count into a period under a citation, with the citation of each list, in the order written.</summary>
    public IReadOnlyList<(LegalBasis At, Article Article)> NotCounted(LegalBasis basis) =>
        [.. Lists(basis).Where(x => SpeaksOf(x.At, x.Article, basis))];

    /// <summary>Returns the English of the grounds that matter to a citation, by their Chinese words: of the law itself, and of those that speak of it.</summary>
    public IEnumerable<KeyValuePair<string, string>> GroundsInEnglish(LegalBasis basis) =>
        Lists(basis).Select(l => l.At.Law).Append(basis.Law).Select(Find).OfType<Law>().Distinct().SelectMany(l => l.Grounds);

    /// <summary>Returns every list of grounds that do not count in the edition of a citation, and those of other laws that speak of its article.</summary>
    public IReadOnlyList<(LegalBasis At, Article Article)> Lists(LegalBasis basis)
    {
        if (Find(basis.Law) is not { } law)
            return [];
        var own = law.Of(basis.Edition)
            .Where(a => !a.NotCounted.IsEmpty)
            .Select(a => (new LegalBasis(law.Title, basis.Edition, a.Number), a));
        var others = _laws.Values.Where(l => l.Speaks.Contains(law.Title)).SelectMany(l => Elsewhere(l.Law, basis));
        return [.. own.Concat(others)];
    }

    /// <summary>Returns the laws that govern a type of catalogue item whether or not they are cited, in the order of titles.</summary>
    public IEnumerable<Law> Governing(string itemType) =>
        _laws
            .Values.Where(l => l.Governs.Contains(itemType))
            .OrderBy(l => l.Title, StringComparer.Ordinal)
            .Select(l => l.Law)
            .OfType<Law>();

    /// <summary>The types of catalogue items that some law governs whether or not it is cited.</summary>
    public IEnumerable<string> Governed => _laws.Values.SelectMany(l => l.Governs).Distinct();

    /// <summary>Returns the remedies that papers name, first and after a decision on reconsideration, in the order of time.</summary>
    public IReadOnlyList<NamedRemedy> NamedRemedies() => [.. General().SelectMany(Named).OrderBy(x => x.Edition.InForce.From)];

    /// <summary>What a step is in law that waits until a party can turn against a decision no more.</summary>
    public IReadOnlySet<string> RemedySteps => NamedRemedies().Select(r => r.Step).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>Returns the laws whose remedies hold for every decision, in the order of titles.</summary>
    public IEnumerable<Law> General() =>
        _laws.Values.Where(l => l.IsGeneral).OrderBy(l => l.Title, StringComparer.Ordinal).Select(l => l.Law).OfType<Law>();

    /// <summary>What a step may be in law beside a ground that does not count: all that the articles know.</summary>
    public IReadOnlySet<string> Steps => _laws.Values.SelectMany(l => l.Steps.Concat(l.EveryPath)).ToHashSet(StringComparer.Ordinal);

    /// <summary>What a step must be on every path of a process that is held to them, in the order written.</summary>
    public IReadOnlyList<string> EveryPath =>
        [.. _laws.Values.OrderBy(l => l.Title, StringComparer.Ordinal).SelectMany(l => l.EveryPath).Distinct()];

    /// <summary>Returns the rest that prolongs a period by the law in force on a day; null where none says so.</summary>
    public LongRest? LongRestOn(DateOnly day) =>
        _laws
            .Values.Where(l => l.HasLongRest)
            .OrderBy(l => l.Title, StringComparer.Ordinal)
            .Select(l => l.Law is { } law ? LongRest(law, law.On(day)) : null)
            .FirstOrDefault(rest => rest is not null);

    /// <summary>The short title of a law.</summary>
    public static string Short(string title) =>
        title.Trim('《', '》') is var bare && bare.StartsWith(Republic, StringComparison.Ordinal) ? bare[Republic.Length..] : bare;

    /// <summary>Returns a book in which laws of a folder go before those that are here, by title, edition and article.</summary>
    internal LawBook With(IReadOnlyCollection<Law> own) =>
        own.Count == 0
            ? this
            : new(
                _laws
                    .Values.Where(l => own.All(o => o.Title != l.Title))
                    .Concat(own.Select(o => BookedLaw.Of(LawMerge.Over(Find(o.Title), o))))
            );

    private static LongRest? LongRest(Law law, LawEdition? edition) =>
        law.Of(edition?.Year).FirstOrDefault(a => a.LongRest is not null) is { LongRest: { } days } article
            ? new LongRest(days, new LegalBasis(law.Title, edition!.Year, article.Number))
            : null;

    private static IEnumerable<(LegalBasis, Article)> Elsewhere(Law? law, LegalBasis basis) =>
        from article in law?.Articles ?? []
        where !article.NotCounted.IsEmpty && article.SpeaksOf.Any(o => !o.IsInternal && Cites(o, basis))
        select (new LegalBasis(law!.Title, article.Editions[^1], article.Number), article);

    private static bool SpeaksOf(LegalBasis at, Article article, LegalBasis basis)
    {
        if (article.SpeaksOf.IsEmpty)
            return Touch(article.Number, basis.Article);
        return article.SpeaksOf.Any(o => o.IsInternal ? at.Law == Short(basis.Law) && Touch(o.Article!, basis.Article) : Cites(o, basis));
    }

    private static bool Cites(LegalBasis other, LegalBasis basis) =>
        Short(other.Law) == Short(basis.Law) && other.Edition == basis.Edition && Touch(other.Article!, basis.Article);

    private static bool Touch(string one, string? other) =>
        other is not null && (ArticleNumber.Holds(one, other) || ArticleNumber.Holds(other, one));

    private static IEnumerable<NamedRemedy> Named(Law law) =>
        from edition in law.Editions
        from article in law.Of(edition.Year)
        from remedy in article.Remedies
        where remedy.General || remedy.AfterReconsideration
        select new NamedRemedy(remedy, edition, new LegalBasis(law.Title, edition.Year, article.Number), article.Steps.FirstOrDefault());
}

using System.Collections.Immutable;

namespace Workflow.Engine.Laws;

/// <summary>A law, regulation or rule with its editions and what its articles fix, restated in our own words.</summary>
public sealed record Law
{
    /// <summary>The short title by which it is cited, without 中华人民共和国.</summary>
    public required string Title { get; init; }

    /// <summary>The full title in Chinese.</summary>
    public required string Zh { get; init; }

    /// <summary>The full title in English.</summary>
    public required string En { get; init; }

    /// <summary>What it is.</summary>
    public required LawKind Kind { get; init; }

    /// <summary>Who made it; null where nobody wrote it down.</summary>
    public string? By { get; init; }

    /// <summary>The types of catalogue items that it governs even where a definition does not cite it.</summary>
    public ImmutableArray<string> Governs { get; init; } = [];

    /// <summary>The English of the grounds and steps that its articles name, by their Chinese words.</summary>
    public ImmutableSortedDictionary<string, string> Grounds { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The editions in order of time, without overlaps; at least one.</summary>
    public required ImmutableArray<LawEdition> Editions { get; init; }

    /// <summary>How a bare 日 is counted, by edition; empty for calendar days.</summary>
    public ImmutableArray<DayCounting> Days { get; init; } = [];

    /// <summary>The decisions against a party that it is about, of which its articles speak that name none of their own.</summary>
    public ImmutableArray<DecisionKind> Decisions { get; init; } = [];

    /// <summary>What the articles fix. Several entries may share an article and an edition.</summary>
    public ImmutableArray<Article> Articles { get; init; } = [];

    /// <summary>Returns the edition that is cited by a year; null when there is none.</summary>
    public LawEdition? Edition(int? year) => Editions.FirstOrDefault(e => e.Year == year);

    /// <summary>Returns the edition in force on a day; null when there is none.</summary>
    public LawEdition? On(DateOnly day) => Editions.FirstOrDefault(e => e.InForce.Includes(day));

    /// <summary>Returns every entry of an edition, in the order written.</summary>
    public IEnumerable<Article> Of(int? year) => Articles.Where(a => year is { } cited && a.Editions.Contains(cited));

    /// <summary>
    /// Returns what an edition says under an article as cited: the entries of that number; without one those of the article around
    /// it, such as the paragraph of a cited item; without one of those the parts of it. Empty where the data say nothing.
    /// </summary>
    public ImmutableArray<Article> About(int? year, string? article)
    {
        if (article is null)
            return [];
        var all = Of(year).ToImmutableArray();
        return Some(all.Where(a => a.Number == article))
            ?? Some(all.Where(a => ArticleNumber.Holds(a.Number, article)))
            ?? [.. all.Where(a => ArticleNumber.Holds(article, a.Number))];
    }

    private static ImmutableArray<Article>? Some(IEnumerable<Article> articles) =>
        articles.ToImmutableArray() is { IsEmpty: false } some ? some : null;
}

/// <summary>What a law is. A closed set.</summary>
public enum LawKind
{
    /// <summary>A law 法律.</summary>
    Law,

    /// <summary>An administrative or a local regulation 法规.</summary>
    Regulation,

    /// <summary>A rule 规章.</summary>
    Rule,

    /// <summary>A judicial interpretation 司法解释.</summary>
    Interpretation,

    /// <summary>A document or a standard 规范性文件.</summary>
    Document,

    /// <summary>A rule of a place of its own.</summary>
    Local,
}

/// <summary>How far an entry was compared with the text it restates. A closed set.</summary>
public enum ArticleStatus
{
    /// <summary>Read in the full text.</summary>
    Read,

    /// <summary>Read in an excerpt.</summary>
    Excerpt,

    /// <summary>Not compared with the text.</summary>
    Unverified,

    /// <summary>A rule of a place of its own, as that place states it.</summary>
    Local,
}

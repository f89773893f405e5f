using System.Collections.Immutable;
using Workflow.Engine.Periods;

namespace Workflow.Engine.Laws;

/// <summary>What one article of some editions fixes.</summary>
public sealed record Article
{
    /// <summary>The article, paragraph and item as cited, or a short heading where the text has no numbers.</summary>
    public required string Number { get; init; }

    /// <summary>The editions of which the entry is true; at least one.</summary>
    public required ImmutableArray<int> Editions { get; init; }

    /// <summary>What it says, in our own words, in Chinese.</summary>
    public required string Zh { get; init; }

    /// <summary>What it says, in our own words, in English.</summary>
    public required string En { get; init; }

    /// <summary>The limit that it sets; null for none.</summary>
    public ArticleLimit? Limit { get; init; }

    /// <summary>What starts the limit, in words; null where nobody wrote it down.</summary>
    public string? From { get; init; }

    /// <summary>How its limit may be extended; null where it says nothing of it.</summary>
    public ArticleExtension? Extension { get; init; }

    /// <summary>The grounds that do not count, for the articles it <see cref="SpeaksOf"/>.</summary>
    public ImmutableArray<string> NotCounted { get; init; } = [];

    /// <summary>
    /// The articles that <see cref="NotCounted"/> speaks of; empty for this one. An article of another law is cited with title and edition;
    /// one of the same law has neither, and holds for the editions of the entry.
    /// </summary>
    public ImmutableArray<LegalBasis> SpeaksOf { get; init; } = [];

    /// <summary>What silence means; null where it says nothing of it.</summary>
    public ArticleSilence? Silence { get; init; }

    /// <summary>Where a party may turn, and within which time.</summary>
    public ImmutableArray<ArticleRemedy> Remedies { get; init; } = [];

    /// <summary>What must be done.</summary>
    public ImmutableArray<Duty> Duties { get; init; } = [];

    /// <summary>The decisions that its duties speak of; empty for all of those that the law knows, and where it knows none for any.</summary>
    public ImmutableArray<DecisionKind> Decisions { get; init; } = [];

    /// <summary>The least number of officers who act; null where it says nothing of it.</summary>
    public int? Officers { get; init; }

    /// <summary>The least number of days off in a row inside a period that prolongs it by these days; null where it says nothing of it.</summary>
    public int? LongRest { get; init; }

    /// <summary>What a step may be under it beside a ground that does not count: who must act, what delivers.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>What a step must be on every path of a process to which it applies, in the order of acting.</summary>
    public ImmutableArray<string> EveryPath { get; init; } = [];

    /// <summary>How far the entry was compared with the text.</summary>
    public required ArticleStatus Status { get; init; }
}

/// <summary>A limit that an article sets.</summary>
/// <param name="Period">How long; null for the same day. A year is twelve months.</param>
/// <param name="Kind">What the period bounds.</param>
public sealed record ArticleLimit(Period? Period, ArticleLimitKind Kind);

/// <summary>What an article's period bounds. A closed set.</summary>
public enum ArticleLimitKind
{
    /// <summary>The act comes no later.</summary>
    AtMost,

    /// <summary>The act comes no sooner.</summary>
    AtLeast,

    /// <summary>The act comes so long before a day.</summary>
    Before,
}

/// <summary>How an article's limit may be extended.</summary>
/// <param name="By">By how much at a time.</param>
/// <param name="Times">How often; at least 1.</param>
/// <param name="Approver">Who approves; null where the text names nobody of these ranks.</param>
/// <param name="ApproverWords">Who approves, in the words of the office; null where the rank says it.</param>
public sealed record ArticleExtension(Period By, int Times, ApproverRank? Approver, string? ApproverWords)
{
    /// <summary>Who may extend it once more after that, for as long as they see fit; null for nobody.</summary>
    public ApproverRank? Further { get; init; }
}

/// <summary>Who approves an extension. A closed set.</summary>
public enum ApproverRank
{
    /// <summary>An officer.</summary>
    Officer,

    /// <summary>The head of an office inside the organ 机构负责人.</summary>
    OfficeLeader,

    /// <summary>A leader of the organ 行政机关负责人.</summary>
    Leader,

    /// <summary>The head of the organ 主要负责人.</summary>
    Chief,

    /// <summary>A leader of the government 人民政府负责人.</summary>
    GovernmentLeader,

    /// <summary>The heads of the organ, who decide together 集体讨论决定.</summary>
    Collective,
}

/// <summary>What silence means under an article.</summary>
/// <param name="Means">What it means.</param>
/// <param name="AsOf">The day as of which it does; null where it means nothing.</param>
public sealed record ArticleSilence(SilenceMeaning Means, SilenceDay? AsOf);

/// <summary>What silence means. A closed set.</summary>
public enum SilenceMeaning
{
    /// <summary>The application is accepted.</summary>
    Accepted,

    /// <summary>It is granted.</summary>
    Granted,

    /// <summary>The silent party has given up what it asked for.</summary>
    Abandoned,

    /// <summary>The silent party has withdrawn.</summary>
    Withdrawn,

    /// <summary>The silent one agrees.</summary>
    Consent,

    /// <summary>The silent one has nothing against it.</summary>
    NoObjection,

    /// <summary>It is refused.</summary>
    Refused,

    /// <summary>The act is late, and nothing else.</summary>
    Overdue,

    /// <summary>Nothing: the article says that silence is no consent, and a person decides.</summary>
    None,
}

/// <summary>The day as of which silence means something. A closed set.</summary>
public enum SilenceDay
{
    /// <summary>The day from which the limit runs.</summary>
    Start,

    /// <summary>The last day of the limit.</summary>
    Due,

    /// <summary>The last day of what was to be renewed.</summary>
    Expiry,
}

/// <summary>Where a party may turn.</summary>
/// <param name="To">To whom.</param>
/// <param name="Within">Within which time.</param>
/// <param name="From">From when, in words; null where nobody wrote it down.</param>
/// <param name="General">Whether it holds for every decision for which no other rule sets a time.</param>
public sealed record ArticleRemedy(RemedyBody To, Period Within, string? From, bool General)
{
    /// <summary>Whether it is the one against the decision on reconsideration.</summary>
    public bool AfterReconsideration { get; init; }
}

/// <summary>To whom a party turns. A closed set.</summary>
public enum RemedyBody
{
    /// <summary>The organ of reconsideration.</summary>
    Reconsideration,

    /// <summary>The court.</summary>
    Court,
}

/// <summary>A kind of decision that a rule speaks of, known by its outcome, by its paper, or by either.</summary>
/// <param name="ItemType">The type of the catalogue item; null for every type.</param>
/// <param name="Outcome">How the title of the outcome begins; null where only the paper tells.</param>
public sealed record DecisionKind(string? ItemType, string? Outcome)
{
    /// <summary>How the title of a paper begins on which the decision is put; null where only the outcome tells.</summary>
    public string? Paper { get; init; }

    /// <summary>Whether a decision is of the kind.</summary>
    public bool Is(string itemType, string outcome, params IEnumerable<string> papers) =>
        (ItemType is null || ItemType == itemType) && (Begins(outcome, Outcome) || papers.Any(p => Begins(p, Paper)));

    private static bool Begins(string title, string? words) => words is not null && title.StartsWith(words, StringComparison.Ordinal);
}

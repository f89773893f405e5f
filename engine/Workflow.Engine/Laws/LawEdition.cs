using System.Collections.Immutable;
using Workflow.Engine.Periods;

namespace Workflow.Engine.Laws;

/// <summary>An edition of a law.</summary>
/// <param name="Year">The year it is cited by.</param>
/// <param name="Adopted">The day it was adopted; null where nobody wrote it down.</param>
/// <param name="InForce">The days on which it is in force.</param>
/// <param name="Status">How far its days were compared with the text.</param>
public sealed record LawEdition(int Year, DateOnly? Adopted, PeriodInForce InForce, ArticleStatus Status)
{
    /// <summary>How many articles it has; null where nobody counted them.</summary>
    public int? Articles { get; init; }

    /// <summary>Whether an article as cited is beyond its last one. False where nobody counted them, and for what is no number.</summary>
    public bool EndsBefore(string article) => ArticleNumber.Of(article) is { } number && number > Articles;
}

/// <summary>Which bare 日 of an edition are working days.</summary>
/// <param name="Editions">The editions of which it is true.</param>
/// <param name="Amounts">The amounts that are working days; empty for all of them, up to <paramref name="UpTo"/>.</param>
/// <param name="UpTo">The largest amount that is working days; null for no bound.</param>
/// <param name="Article">The article that says so.</param>
/// <param name="Status">How far it was compared with the text.</param>
public sealed record DayCounting(ImmutableArray<int> Editions, ImmutableArray<int> Amounts, int? UpTo, string Article, ArticleStatus Status)
{
    /// <summary>Whether so many 日 are working days in an edition.</summary>
    public bool AreWorking(int edition, int amount) =>
        Editions.Contains(edition) && (Amounts.IsEmpty || Amounts.Contains(amount)) && (UpTo is null || amount <= UpTo);
}

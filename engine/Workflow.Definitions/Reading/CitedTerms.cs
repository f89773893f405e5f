using System.Collections.Immutable;
using Workflow.Definitions.Laws;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>What a clock leaves out and takes from the article that it cites, in the edition it cites.</summary>
/// <param name="scope">Where problems go.</param>
/// <param name="basis">The citation.</param>
/// <param name="at">Where the citation stands, or the clock that has none.</param>
internal sealed class CitedTerms(Scope scope, LegalBasis basis, Position at)
{
    private readonly LawBook _laws = scope.Walk.Library.Laws;

    /// <summary>Whether a law is cited, so that something can be left out.</summary>
    public bool HasLaw => !basis.IsInternal || IsStandIn;

    // A fragment that is read alone has a stand-in for a citation that its user gives.
    private bool IsStandIn => scope.Walk.IsFragment && basis.IsInternal && at.UsedAt is not null;

    /// <summary>The limit of the article; null after reporting why there is none to take.</summary>
    public LimitRule? Limit() => Sole() is { Limit: { Period: { } period } limit } ? new LimitRule { Kind = Kind(limit), Period = period } : null;

    /// <summary>The extension of the article; null after reporting why there is none to take.</summary>
    public ArticleExtension? Extension()
    {
        if (Sole() is not { } article) return null;
        if (article.Extension is null) Report("law.no_extension", $"Expected an extension under {basis}, but it allows none.", "write its length under 'by'");
        return article.Extension;
    }

    /// <summary>The grounds that the law does not count into the period of the article; none after reporting why.</summary>
    public ImmutableArray<string> Grounds()
    {
        if (IsStandIn || !IsInForce()) return [];
        var lists = _laws.NotCounted(basis);
        if (lists.Count == 0) Report("law.no_grounds", $"Expected grounds that do not count under {basis}, but none are known.", "write them out under 'not-counted'");
        return [.. lists.SelectMany(l => l.Article.NotCounted).Distinct()];
    }

    private Article? Sole()
    {
        if (IsStandIn || !IsInForce()) return null;
        var said = _laws.About(basis);
        var limits = said.Where(a => a.Limit is not null).ToList();
        if (limits.Count == 1) return Usable(limits[0]) ? limits[0] : null;
        if (limits.Count > 1) Report("law.several_limits", $"Expected one limit under {basis}, but there are {limits.Count}: {string.Join("; ", limits.Select(Words))}.", "write the one that is meant under 'for'");
        else if (said.IsEmpty) Report("law.unknown_article", $"Expected a limit under {basis}, but nothing is known of the article.", "write the limit under 'for'");
        else Report("law.no_limit", $"Expected a limit under {basis}, but the article sets none.", "write the limit under 'for'");
        return null;
    }

    private bool IsInForce()
    {
        if (_laws.Find(basis.Law) is not { } law)
            return Report("law.unknown", $"Expected a law that is known, to take from it what is left out, but {basis.Law} is not.", "write it out here, or write the law down under laws");
        if (law.Edition(basis.Edition) is not { } edition)
            return Report("law.unknown_edition", $"Expected an edition of {basis.Law}, but there is none of {basis.Edition}.", $"the editions are {string.Join(", ", law.Editions.Select(e => e.Year))}");
        return edition.InForce.Includes(scope.Walk.InForceFrom)
            || Report("law.not_in_force", $"Expected {basis.Law}({basis.Edition}) to be in force on {scope.Walk.InForceFrom:yyyy-MM-dd}, to take from it what is left out, but it is in force {edition.InForce}.", law.On(scope.Walk.InForceFrom) is { } then ? $"cite the edition of {then.Year}" : null);
    }

    private bool Usable(Article article)
    {
        if (article.Status == ArticleStatus.Unverified)
            return Report("law.unverified_limit", $"Expected the article to be compared with its text before its limit is taken, but {basis} is not.", "compare it, and set its 'status' in laws; or write the limit under 'for'");
        return article.Limit switch
        {
            { Period: null } => Report("law.same_day", $"Expected a period under {basis}, but the act is due on the same day.", "write the hours that it may take under 'for'"),
            { Kind: ArticleLimitKind.Before } => Report("law.counts_back", $"Expected a period that runs forward under {basis}, but it is counted back from a day.", $"write 'for: {article.Limit.Period} before' and the day"),
            _ => true,
        };
    }

    private static LimitKind Kind(ArticleLimit limit) => limit.Kind == ArticleLimitKind.AtLeast ? LimitKind.AtLeast : LimitKind.For;

    private static string Words(Article article) =>
        $"{article.Limit!.Period?.ToString() ?? "the same day"} ({string.Join(", ", new[] { article.From, article.Zh }.OfType<string>())})";

    private bool Report(string code, string message, string? hint)
    {
        scope.Error(at, code, message, hint);
        return false;
    }
}

using System.Collections.Immutable;
using Workflow.Definitions.Lint.Paths;
using Workflow.Engine.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Clocks;

/// <summary>The limits that the entries of a cited article set.</summary>
internal static class StatutoryLimits
{
    /// <summary>The entry with the longest limit; null where none bounds an act from above in days.</summary>
    public static Article? Longest(ImmutableArray<Article> articles) =>
        Bounding(articles, ArticleLimitKind.AtMost).MaxBy(a => Span.Days(a.Limit!.Period!));

    /// <summary>The entry with the shortest floor; null where none bounds an act from below.</summary>
    public static Article? Lowest(ImmutableArray<Article> articles) =>
        Bounding(articles, ArticleLimitKind.AtLeast).MinBy(a => Span.Days(a.Limit!.Period!));

    /// <summary>The entry that a clock means: the only one with a limit, or the one whose limit it has. Null where that cannot be told.</summary>
    public static Article? Meant(ClockRule clock, ImmutableArray<Article> articles)
    {
        var bounding = Bounding(articles, ArticleLimitKind.AtMost).ToList();
        return bounding.Count == 1 ? bounding[0] : bounding.FirstOrDefault(a => clock.Limits.Any(l => l.Period == a.Limit!.Period));
    }

    private static IEnumerable<Article> Bounding(ImmutableArray<Article> articles, ArticleLimitKind kind) =>
        articles.Where(a => a.Limit is { Period: not null } limit && limit.Kind == kind);
}

using System.Collections.Immutable;
using Workflow.Definitions.Lint.Meaning;
using Workflow.Definitions.Lint.Paths;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Clocks;

/// <summary>The work inside a clock must fit into it, and the clock into its law.</summary>
internal static class ClockLength
{
    public static readonly LintRule Floors = LintRule.Error("clock.cannot_be_met");

    public static readonly LintRule Budgets = LintRule.Warning("clock.budget_exceeds");

    public static readonly LintRule Law = LintRule.Error("clock.longer_than_law");

    public static readonly LintRule Floor = LintRule.Error("clock.shorter_than_law");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var clock in subject.Definition.Clocks)
            Fits(subject, clock, findings);
        foreach (var (clock, _, at) in subject.Clocks())
            IsLawful(subject, clock, at, findings);
    }

    private static void Fits(Subject subject, ClockRule clock, Findings findings)
    {
        if (!subject.Paths.Lengths.TryGetValue($"clock/{clock.Id}", out var length) || Span.Longest(clock.Limits) is not { } limit)
            return;
        var promise = Promised(clock, limit);
        var (forWhole, forPromise) = (subject.Places.Clock(clock.Id, "for"), subject.Places.Clock(clock.Id, PromiseKey(clock)));
        if (length.Floor > Span.Days(limit) + clock.Extensions.Sum(Whole))
            findings.Add(Floors, forWhole, ("clock", clock.Id), ("limit", limit), ("floor", Calendar(length.Floor)));
        else if (length.Budget > Span.Days(promise))
            findings.Add(Budgets, forPromise, ("clock", clock.Id), ("limit", promise), ("budget", Calendar(length.Budget)));
    }

    private static string PromiseKey(ClockRule clock) => clock.Promise is null ? "for" : "promise";

    private static Period Promised(ClockRule clock, Period limit) =>
        clock.Promise is { } promise && Span.Days(promise) < Span.Days(limit) ? promise : limit;

    private static void IsLawful(Subject subject, ClockRule clock, Func<string, Position> at, Findings findings)
    {
        var articles = subject.Law.Book.About(clock.Basis);
        Longest(clock, articles, at, findings);
        Lowest(clock, articles, at, findings);
        Extended(clock, articles, at, findings);
    }

    private static void Longest(ClockRule clock, ImmutableArray<Article> articles, Func<string, Position> at, Findings findings)
    {
        if (StatutoryLimits.Longest(articles) is not { Limit.Period: { } longest } most || TooLong(clock, longest) is not { } limit)
            return;
        var what = new Message(
            "clock.longer_than_law.limit",
            ("most", longest),
            ("basis", clock.Basis.ToString()),
            ("clock", clock.Id),
            ("found", limit.Period!)
        );
        findings.Add(Law, at("for"), LegalGrounds.Said(clock.Basis, most), ("what", what));
    }

    private static void Lowest(ClockRule clock, ImmutableArray<Article> articles, Func<string, Position> at, Findings findings)
    {
        if (StatutoryLimits.Lowest(articles) is not { Limit.Period: { } lowest } least || TooShort(clock, lowest) is not { } floor)
            return;
        findings.Add(
            Floor,
            at("at-least"),
            LegalGrounds.Said(clock.Basis, least),
            ("least", lowest),
            ("basis", clock.Basis.ToString()),
            ("clock", clock.Id),
            ("found", floor.Period!)
        );
    }

    private static void Extended(ClockRule clock, ImmutableArray<Article> articles, Func<string, Position> at, Findings findings)
    {
        if (StatutoryLimits.Meant(clock, articles) is not { Extension: { } legal } meant)
            return;
        // How long several may decide together, the article leaves to them.
        var bounded = clock.Extensions.Where(e => e.Collective is null || legal.Further is not ApproverRank.Collective);
        if (bounded.FirstOrDefault(e => Whole(e) > Span.Days(legal.By) * legal.Times) is not { } extension)
            return;
        var what = new Message(
            "clock.longer_than_law.extension",
            ("clock", clock.Id),
            ("most", Words(legal)),
            ("basis", clock.Basis.ToString()),
            ("times", extension.AtMost),
            ("found", extension.Period)
        );
        findings.Add(Law, at("extend"), LegalGrounds.Said(clock.Basis, meant), ("what", what));
    }

    private static LimitRule? TooLong(ClockRule clock, Period longest) =>
        clock.Limits.FirstOrDefault(l => l.Kind is LimitKind.For or LimitKind.UpTo && Span.Days(l.Period!) > Span.Days(longest));

    private static LimitRule? TooShort(ClockRule clock, Period lowest) =>
        clock.Limits.FirstOrDefault(l => l.Kind is LimitKind.AtLeast && Span.Days(l.Period!) < Span.Days(lowest));

    private static decimal Whole(ExtensionRule extension) => Span.Days(extension.Period) * extension.AtMost;

    private static Message Words(ArticleExtension legal) =>
        legal.Times == 1
            ? new Message("clock.extended_once", ("by", legal.By))
            : new Message("clock.extended_times", ("times", legal.Times), ("by", legal.By));

    private static Message Calendar(decimal days) =>
        new("clock.span", ("days", (int)Math.Ceiling(days)), ("working", (int)Math.Ceiling(days / 1.4m)));
}

using Workflow.Definitions.Lint.Meaning;
using Workflow.Definitions.Lint.Paths;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>The work inside a clock must fit into it, and the clock into its law.</summary>
internal static class ClockLength
{
    public static readonly LintRule Floors = LintRule.Error("clock.cannot_be_met", "The minimum periods inside the clock are longer than the clock",
        "A period that may not be shortened lies on every path, so the limit cannot be kept even by acting at once.");

    public static readonly LintRule Budgets = LintRule.Warning("clock.budget_exceeds", "The steps inside the clock may take longer than the clock",
        "Every office can stay inside its own limit and the case is late all the same.");

    public static readonly LintRule Law = LintRule.Error("clock.longer_than_law", "The clock is longer than the article it cites allows",
        "An office may give itself less time than the law does, never more.");

    public static readonly LintRule Floor = LintRule.Error("clock.shorter_than_law", "The minimum period is shorter than the article it cites asks for",
        "A minimum protects whom it gives time; an office cannot shorten it.");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var clock in subject.Definition.Clocks) Fits(subject, clock, findings);
        foreach (var (clock, _, at) in subject.Clocks())
            IsLawful(subject, clock, at, findings);
    }

    private static void Fits(Subject subject, ClockRule clock, Findings findings)
    {
        if (!subject.Paths.Lengths.TryGetValue($"clock/{clock.Id}", out var length)) return;
        var at = subject.Places.Clock(clock.Id, "for");
        var periods = clock.Limits.Where(l => l.Kind is LimitKind.For or LimitKind.UpTo).Select(l => l.Period!).ToList();
        if (periods.Count == 0) return;
        var limit = periods.MaxBy(Span.Days)!;
        var longest = Span.Days(limit) + clock.Extensions.Sum(e => Span.Days(e.Period) * e.AtMost);
        var promise = clock.Promise is { } promised && Span.Days(promised) < Span.Days(limit) ? promised : limit;
        if (length.Floor > longest)
            findings.Add(Floors, at, $"Expected the minimum periods until '{clock.Id}' stops to fit into {limit}, but they take at least {Calendar(length.Floor)}.", "exclude the ground of those steps, or begin them earlier");
        else if (length.Budget > Span.Days(promise))
            findings.Add(Budgets, clock.Promise is null ? at : subject.Places.Clock(clock.Id, "promise"), $"Expected the limits of the steps until '{clock.Id}' stops to fit into {promise}, but together they allow {Calendar(length.Budget)}.", "shorten a step's limit, or let steps run side by side");
    }

    private static void IsLawful(Subject subject, ClockRule clock, Func<string, Position> at, Findings findings)
    {
        var articles = subject.Law.Book.About(clock.Basis);
        if (StatutoryLimits.Longest(articles) is { Limit.Period: { } longest } most && TooLong(clock, longest) is { } limit)
            findings.Add(Law, at("for"), $"Expected at most {longest} under {clock.Basis}, but '{clock.Id}' allows {limit.Period}.", law: LegalGrounds.Said(clock.Basis, most));
        if (StatutoryLimits.Lowest(articles) is { Limit.Period: { } lowest } least && TooShort(clock, lowest) is { } floor)
            findings.Add(Floor, at("at-least"), $"Expected at least {lowest} under {clock.Basis}, but '{clock.Id}' ends after {floor.Period}.", law: LegalGrounds.Said(clock.Basis, least));
        if (StatutoryLimits.Meant(clock, articles) is { Extension: { } legal } meant && clock.Extensions.FirstOrDefault(e => Whole(e) > Span.Days(legal.By) * legal.Times) is { } extension)
            findings.Add(Law, at("extend"), $"Expected '{clock.Id}' to be extended by at most {Words(legal)} under {clock.Basis}, but it allows {extension.AtMost} times {extension.Period}.", law: LegalGrounds.Said(clock.Basis, meant));
    }

    private static LimitRule? TooLong(ClockRule clock, Period longest) =>
        clock.Limits.FirstOrDefault(l => l.Kind is LimitKind.For or LimitKind.UpTo && Span.Days(l.Period!) > Span.Days(longest));

    private static LimitRule? TooShort(ClockRule clock, Period lowest) =>
        clock.Limits.FirstOrDefault(l => l.Kind is LimitKind.AtLeast && Span.Days(l.Period!) < Span.Days(lowest));

    private static decimal Whole(ExtensionRule extension) => Span.Days(extension.Period) * extension.AtMost;

    private static string Words(ArticleExtension legal) => legal.Times == 1 ? $"{legal.By}" : $"{legal.Times} times {legal.By}";

    private static string Calendar(decimal days) => $"about {Math.Ceiling(days):0} calendar days ({Math.Ceiling(days / 1.4m):0} working days)";
}

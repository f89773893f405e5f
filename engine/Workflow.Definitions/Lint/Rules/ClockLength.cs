using Workflow.Definitions.Laws;
using Workflow.Definitions.Lint.Paths;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>The work inside a clock must fit into it, and the clock into its law.</summary>
internal static class ClockLength
{
    public static readonly LintRule Floors = LintRule.Error("clock.cannot_be_met", "The minimum periods inside the clock are longer than the clock",
        "A period that may not be shortened lies on every path, so the limit cannot be kept even by acting at once.");

    public static readonly LintRule Budgets = LintRule.Warning("clock.budget_exceeds", "The steps inside the clock may take longer than the clock",
        "Every office can stay inside its own limit and the case is late all the same (湖南省行政程序规定 第八十四条 splits the limit among posts).");

    public static readonly LintRule Law = LintRule.Error("clock.longer_than_law", "The clock is longer than the article it cites allows",
        "行政许可法 第四十二条: 20+10 or 45+15 working days; 行政复议法(2023) 第六十二条: 60+30 days; 政府信息公开条例(2019) 第三十三条: 20+20 working days.");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var clock in subject.Definition.Clocks) Fits(subject, clock, findings);
        foreach (var (clock, _, at) in subject.Clocks())
            if (Statute.Of(clock.Basis) is { } statute) IsLawful(clock, statute, at, findings);
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

    private static void IsLawful(ClockRule clock, Statute statute, Func<string, Position> at, Findings findings)
    {
        if (clock.Limits.Where(l => l.Kind is LimitKind.For or LimitKind.UpTo).FirstOrDefault(l => Span.Days(l.Period!) > Span.Days(statute.Longest)) is { } limit)
            findings.Add(Law, at("for"), $"Expected at most {statute.Longest} under {clock.Basis}, but '{clock.Id}' allows {limit.Period}.");
        if (clock.Extensions.FirstOrDefault(e => Span.Days(e.Period) * e.AtMost > Span.Days(statute.Extension)) is { } extension)
            findings.Add(Law, at("extend"), $"Expected '{clock.Id}' to be extended by at most {statute.Extension} under {clock.Basis}, but it allows {extension.AtMost} times {extension.Period}.");
    }

    private static string Calendar(decimal days) => $"about {Math.Ceiling(days):0} calendar days ({Math.Ceiling(days / 1.4m):0} working days)";
}

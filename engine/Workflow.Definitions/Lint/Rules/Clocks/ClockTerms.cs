using Workflow.Definitions.Lint.Paths;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Clocks;

/// <summary>What a clock says of itself fits together.</summary>
internal static class ClockTerms
{
    public static readonly LintRule StopsAtStart = LintRule.Error("clock.stops_at_start");

    public static readonly LintRule PromiseLonger = LintRule.Error("clock.promise_longer");

    public static readonly LintRule LampFromStart = LintRule.Warning("clock.lamp_from_start");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (clock, _, at) in subject.Clocks())
        {
            if (clock.From.Intersect(clock.Until).FirstOrDefault() is { } moment)
                findings.Add(StopsAtStart, at("until"), ("clock", clock.Id), ("moment", moment));
            if (Span.Longest(clock.Limits) is { } limit)
                Within(clock, limit, at, findings);
        }
    }

    private static void Within(ClockRule clock, Period limit, Func<string, Position> at, Findings findings)
    {
        if (clock.Promise is { } promise && Span.Days(promise) > Span.Days(limit))
            findings.Add(PromiseLonger, at("promise"), ("clock", clock.Id), ("limit", limit), ("found", promise));
        if (clock.Yellow is { } yellow && Span.Days(yellow) >= Span.Days(limit))
            findings.Add(LampFromStart, at("lamps"), ("clock", clock.Id), ("limit", limit), ("found", yellow));
    }
}

using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>The paper or the material from whose last day of validity a clock is counted.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Number">Its number; null where it has none.</param>
/// <param name="Until">The last day on which it is valid.</param>
/// <param name="IssuedOn">The day of the paper; null for a material, which another office has issued.</param>
/// <param name="Period">How long it is valid from that day; null where somebody entered the last day.</param>
public sealed record ExplainedValidity(string Title, string? Number, DateOnly Until, DateOnly? IssuedOn, Period? Period)
{
    /// <summary>Returns it for a clock; null where it counts from something else.</summary>
    internal static ExplainedValidity? Of(PublishedProcess process, ClockRule rule, CaseState state, ClockState clock) =>
        rule
            .Limits.Where(l => l.Kind == clock.Kind)
            .SelectMany(l => ExpressionParts.Leaves(l.Day))
            .Select(leaf =>
                leaf is DocumentValidity d ? Of(process, state, d)
                : leaf is MaterialValidity m ? Of(process, state, m)
                : null
            )
            .FirstOrDefault(v => v is not null);

    private static ExplainedValidity? Of(PublishedProcess process, CaseState state, DocumentValidity named) =>
        state.LatestPaper(named.Document) is { ValidUntil: { } until } issued
            ? new ExplainedValidity(
                process.Definition.DocumentTitle(issued.Document),
                issued.Number,
                until,
                issued.On,
                process.Definition.Documents.FirstOrDefault(d => d.Id == issued.Document)?.Valid?.Period
            )
            : null;

    private static ExplainedValidity? Of(PublishedProcess process, CaseState state, MaterialValidity named) =>
        Standings.Last(state, named.Material)?.Until is { } until
            ? new ExplainedValidity(process.Definition.MaterialTitle(named.Material), null, until, null, null)
            : null;
}

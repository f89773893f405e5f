using System.Collections.Immutable;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;

namespace Workflow.Host.WhatIf;

/// <summary>What an alternative changes.</summary>
/// <param name="Otherwise">What is otherwise, as the person gave it.</param>
/// <param name="Until">The moment up to which time passed.</param>
/// <param name="Cases">How many cases were played again.</param>
/// <param name="Differences">Those in which something changed, by number.</param>
/// <param name="Names">The titles of a case.</param>
public sealed record WhatIfReport(
    ImmutableArray<string> Otherwise,
    DateTimeOffset Until,
    int Cases,
    ImmutableArray<CaseDifference> Differences,
    Func<string, Language, CaseWords> Names
)
{
    public int NewlyLate => Differences.SelectMany(d => d.Clocks).Count(c => c.IsLate && !c.WasLate);

    public int NoLongerLate => Differences.SelectMany(d => d.Clocks).Count(c => c.WasLate && !c.IsLate);

    public int Refused => Differences.Sum(d => d.Refused.Length);

    /// <summary>The report for machines.</summary>
    public object Shown() =>
        new
        {
            otherwise = Otherwise,
            until = Until,
            cases = Cases,
            changed = Differences.Length,
            newlyLate = NewlyLate,
            noLongerLate = NoLongerLate,
            differences = Differences.Select(Shown),
        };

    private static object Shown(CaseDifference one) =>
        new
        {
            one.Case,
            one.Process,
            one.Clocks,
            one.Outcomes,
            refused = one.Refused.Select(Shown),
            one.Fault,
        };

    private static object Shown(RefusedCommand one) =>
        new
        {
            entry = one.Entry.Number,
            recordedAt = one.Entry.Stamp.RecordedAt,
            actor = one.Entry.Stamp.Actor,
            one.Refusal,
        };
}

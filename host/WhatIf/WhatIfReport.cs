using System.Collections.Immutable;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Host.Answers;
using Workflow.Host.Wording;

namespace Workflow.Host.WhatIf;

/// <summary>What an alternative changes.</summary>
/// <param name="Otherwise">What is otherwise, as the person gave it.</param>
/// <param name="Until">The moment up to which time passed.</param>
/// <param name="Cases">How many cases were played again.</param>
/// <param name="Differences">Those in which something changed, by number.</param>
/// <param name="Names">The titles of a case.</param>
public sealed record WhatIfReport(ImmutableArray<string> Otherwise, DateTimeOffset Until, int Cases, ImmutableArray<CaseDifference> Differences, Func<string, CaseWords> Names)
{
    public int NewlyLate => Differences.SelectMany(d => d.Clocks).Count(c => c.IsLate && !c.WasLate);

    public int NoLongerLate => Differences.SelectMany(d => d.Clocks).Count(c => c.WasLate && !c.IsLate);

    public int Refused => Differences.Sum(d => d.Refused.Length);

    /// <summary>The tables of the report, each row as cells: clocks, outcomes, refused commands.</summary>
    public (IEnumerable<string[]> Clocks, IEnumerable<string[]> Outcomes, IEnumerable<string[]> Refused) Rows(Words words)
    {
        var named = Differences.Select(d => (Difference: d, Names: Names(d.Case))).ToList();
        return (
            from x in named from c in x.Difference.Clocks select new[] { x.Difference.Case, x.Names.Clock(c.Clock) + Run(c.Clock, words), Due(c.Was), Due(c.Now), words[Lateness(c)] },
            from x in named from o in x.Difference.Outcomes where o.Step is null || !x.Names.IsChoice(o.Step.Split('#')[0]) select new[] { x.Difference.Case, o.Step is { } step ? x.Names.Step(step.Split('#')[0]) + Run(step, words) : words["whatif.result"], Outcome(o.Step, o.Was, x.Names), Outcome(o.Step, o.Now, x.Names) },
            (from x in named from r in x.Difference.Refused select new[] { x.Difference.Case, $"#{r.Entry.Number}", $"{x.Names.Name(r.Entry.Stamp.Actor)} {CommandWords.Of(r.Entry.Command, x.Names)}", words.Tell(r.Refusal).Sentence })
                .Concat(from x in named where x.Difference.Fault is not null select new[] { x.Difference.Case, "", words["whatif.fault"], x.Difference.Fault! }));
    }

    /// <summary>The report for machines.</summary>
    public object Shown() => new
    {
        otherwise = Otherwise,
        until = Until,
        cases = Cases,
        changed = Differences.Length,
        newlyLate = NewlyLate,
        noLongerLate = NoLongerLate,
        differences = Differences.Select(d => new
        {
            d.Case,
            d.Process,
            d.Clocks,
            d.Outcomes,
            refused = d.Refused.Select(r => new { entry = r.Entry.Number, recordedAt = r.Entry.Stamp.RecordedAt, actor = r.Entry.Stamp.Actor, r.Refusal }),
            d.Fault,
        }),
    };

    private static string Run(string id, Words words) => id.Split('#') is [_, var run] ? words.Say("whatif.run", run) : "";

    private static string Lateness(ClockDifference clock) => (clock.WasLate, clock.IsLate) switch
    {
        _ when clock.Now is null => "whatif.no-date",
        (false, true) => "whatif.newly-late",
        (true, false) => "whatif.no-longer-late",
        (true, true) => "whatif.still-late",
        _ => "whatif.in-time",
    };

    private static string Due(DateOnly? day) => day is null ? JsonDifference.Nothing : Lines.Day(day);

    private static string Outcome(string? step, string? outcome, CaseWords names) =>
        outcome is null ? JsonDifference.Nothing : step is null ? names.End(outcome) : names.Outcome(step.Split('#')[0], outcome);
}

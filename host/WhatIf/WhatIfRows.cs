using Workflow.Definitions.Stories.Timelines;
using Workflow.Engine.Processes;
using Workflow.Host.Answers.Json;
using Workflow.Host.Wording;

namespace Workflow.Host.WhatIf;

/// <summary>The tables of a report, each row as cells.</summary>
/// <param name="report">The report.</param>
/// <param name="words">The language.</param>
public sealed class WhatIfRows(WhatIfReport report, Words words)
{
    /// <summary>The tables by the keys of their words: clocks, outcomes, refused commands.</summary>
    public IEnumerable<(string Kind, IEnumerable<string[]> Rows)> All =>
        [
            ("clocks", Each(d => d.Clocks, Clock)),
            ("outcomes", Each(d => d.Outcomes, Outcome).Where(row => row.Length > 0)),
            ("refused", Each(d => d.Refused, Refused).Concat(Faults)),
        ];

    private IEnumerable<string[]> Faults =>
        report.Differences.Where(d => d.Fault is not null).Select(d => new[] { d.Case, "", words["whatif.fault"], words.Tell(d.Fault!) });

    private IEnumerable<string[]> Each<T>(Func<CaseDifference, IEnumerable<T>> members, Func<string, CaseWords, T, string[]> row) =>
        report.Differences.SelectMany(d => members(d).Select(member => row(d.Case, report.Names(d.Case, words.Language), member)));

    private string[] Clock(string number, CaseWords names, ClockDifference clock) =>
        [number, names.Clock(clock.Clock) + Run(clock.Clock), Due(clock.Was), Due(clock.Now), words[Lateness(clock)]];

    // What a choice came to is told by the step it led to.
    private string[] Outcome(string number, CaseWords names, OutcomeDifference outcome)
    {
        if (outcome.Step is not { } step)
            return [number, words["whatif.result"], End(outcome.Was, names), End(outcome.Now, names)];
        var key = StepKey.Parse(step).Key;
        return names.IsChoice(key) ? [] : [number, names.Step(key) + Run(step), Took(outcome.Was), Took(outcome.Now)];

        string Took(string? taken) => taken is null ? JsonDifference.Nothing : names.Outcome(key, taken);
    }

    private string[] Refused(string number, CaseWords names, RefusedCommand one)
    {
        var said = names.Act(one.Entry.Stamp.Actor, one.Entry.Command);
        return [number, $"#{one.Entry.Number}", said, words.Tell(one.Refusal).Sentence];
    }

    private string Run(string id) => StepKey.NamesRun(id) ? words.Say("whatif.run", StepKey.Parse(id).Run) : "";

    private static string Lateness(ClockDifference clock) =>
        (clock.WasLate, clock.IsLate) switch
        {
            _ when clock.Now is null => "whatif.no-date",
            (false, true) => "whatif.newly-late",
            (true, false) => "whatif.no-longer-late",
            (true, true) => "whatif.still-late",
            _ => "whatif.in-time",
        };

    private static string Due(DateOnly? day) => day is null ? JsonDifference.Nothing : Lines.Day(day);

    private static string End(string? result, CaseWords names) => result is null ? JsonDifference.Nothing : names.End(result);
}

using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Cases;
using Workflow.Engine.Clocks;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Evidence;

/// <summary>One day of a clock, with those who held it at the day's end.</summary>
/// <param name="Day">What the limit does with the day.</param>
/// <param name="Holders">Offices and parties with an open step as the day ended, or the excluded procedures; empty for nobody.</param>
public sealed record ExplainedDay(DayLine Day, ImmutableArray<string> Holders);

/// <summary>What an office used of its share of a clock.</summary>
/// <param name="Office">The office's short name.</param>
/// <param name="Share">Its share; in the clock's unit.</param>
/// <param name="Used">Counted days on whose evening a step of the office was open.</param>
public sealed record ShareUse(string Office, Period Share, int Used)
{
    /// <summary>The share's own lamp: yellow on its last day, red beyond.</summary>
    public Lamp Lamp => Used > Share.Amount ? Lamp.Red : Used == Share.Amount ? Lamp.Yellow : Lamp.Green;
}

/// <summary>Why a clock ends when it ends: the rule, the facts, and what became of every day.</summary>
public sealed record ClockExplanation
{
    /// <summary>The clock with its facts and conclusions.</summary>
    public required ClockState Clock { get; init; }

    /// <summary>The rule's title.</summary>
    public required string Title { get; init; }

    /// <summary>The rule's source as cited.</summary>
    public required string Basis { get; init; }

    /// <summary>The days in the order of counting; empty where the limit is simply a day.</summary>
    public required ImmutableArray<ExplainedDay> Days { get; init; }

    /// <summary>Counted days by holder. A day that several held counts for each, so the sum may exceed the days.</summary>
    public required ImmutableSortedDictionary<string, int> DaysByHolder { get; init; }

    /// <summary>What each office used of the share that the rule gives it; empty where the rule gives none.</summary>
    public ImmutableArray<ShareUse> Shares { get; init; } = [];

    /// <summary>Explains a clock of a case, as its state stands.</summary>
    /// <param name="process">The case's definition.</param>
    /// <param name="state">The case, as of any moment.</param>
    /// <param name="clock">The clock's id.</param>
    /// <param name="calendar">The calendar that the clock names.</param>
    /// <param name="asOf">The day of asking: who held later days nobody knows yet.</param>
    /// <returns>The explanation, or null when the case has no such clock.</returns>
    public static ClockExplanation? Of(PublishedProcess process, CaseState state, string clock, WorkCalendar calendar, DateOnly asOf)
    {
        if (!state.Clocks.TryGetValue(clock, out var found)) return null;
        var rule = ClockRules.Of(process, found);
        var known = found.EndedOn ?? asOf;
        ImmutableArray<ExplainedDay> days = [.. Lines(found, calendar, known).Select(line => new ExplainedDay(line, line.Date > known ? [] : Holders(process, state, line)))];
        var byHolder = days.Where(d => d.Day.Treatment == DayTreatment.Counted).SelectMany(d => d.Holders).GroupBy(h => h).ToImmutableSortedDictionary(g => g.Key, g => g.Count());
        return new ClockExplanation
        {
            Clock = found,
            Title = rule.Title,
            Basis = rule.Basis.ToString(),
            Days = days,
            DaysByHolder = byHolder,
            Shares = [.. rule.Shares.Select(s => new ShareUse(s.Key, s.Value, byHolder.GetValueOrDefault(state.Offices.GetValueOrDefault(s.Key, s.Key))))],
        };
    }

    private static ImmutableArray<DayLine> Lines(ClockState clock, WorkCalendar calendar, DateOnly known) =>
        clock.Total is { } total ? DueDates.Explain(ClockConclusions.Reckoning(clock, total), calendar, known > clock.DueOn ? known : clock.DueOn) : [];

    private static ImmutableArray<string> Holders(PublishedProcess process, CaseState state, DayLine line) =>
        line.Treatment == DayTreatment.Excluded ? line.Grounds
        : [.. state.Superseded.Concat(state.Steps.Values).Where(s => IsHeld(process, s, line.Date)).SelectMany(s => Waited(s, line.Date)).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsHeld(PublishedProcess process, StepState step, DateOnly day) =>
        process.Find(step.Key) is WorkNode && step.Status != StepStatus.Skipped && step.OpenedOn <= day
        && (step.Completed is { } done ? done.On > day : step.Status == StepStatus.Open);

    // At a joint those held who had neither answered nor left the roll by the end of the day.
    private static IEnumerable<string> Waited(StepState step, DateOnly day) =>
        step.Entitled.Where(e => !step.Answers.Any(a => a.Participant == e.Key && a.On <= day) && !step.Uncounted.Any(u => u.Participant == e.Key && u.On <= day)).Select(e => e.Organisation ?? e.Key);
}

using Workflow.Engine.Calendars;
using Workflow.Engine.Evidence;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Statistics;

/// <summary>The counts of a ledger for a span of days. Its size follows the definitions and the offices, not the cases.</summary>
/// <param name="from">The first day, included; null for the beginning.</param>
/// <param name="to">The last day, included; null without end.</param>
public sealed class LedgerCounts(DateOnly? from, DateOnly? to)
{
    private readonly SortedDictionary<string, CaseCounts> _byProcess = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _outcomes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, LocalizedText> _titles = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, WorkCounts> _departments = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Process, string Step), WorkCounts> _steps = [];
    private readonly SortedDictionary<string, long> _holders = new(StringComparer.Ordinal);

    /// <summary>The first day counted; null for the beginning.</summary>
    public DateOnly? From => from;

    /// <summary>The last day counted; null without end.</summary>
    public DateOnly? To => to;

    /// <summary>Told of each case that is counted; null for nobody.</summary>
    public Action<CountedCase>? Told { get; init; }

    /// <summary>All cases.</summary>
    public CaseCounts Total { get; private set; } = CaseCounts.None;

    /// <summary>Cases outside the span: received after it, or gone before it.</summary>
    public long Outside { get; private set; }

    /// <summary>The cases of each process.</summary>
    public IReadOnlyDictionary<string, CaseCounts> ByProcess => _byProcess;

    /// <summary>The cases concluded, withdrawn or turned away, by their result.</summary>
    public IReadOnlyDictionary<string, long> Outcomes => _outcomes;

    /// <summary>What people call each of these results; where definitions differ, as the last one counted has it.</summary>
    public IReadOnlyDictionary<string, LocalizedText> OutcomeTitles => _titles;

    /// <summary>The tasks of each organisation; a review of several counts for each of them.</summary>
    public IReadOnlyDictionary<string, WorkCounts> Departments => _departments;

    /// <summary>The tasks of each step.</summary>
    public IReadOnlyDictionary<(string Process, string Step), WorkCounts> Steps => _steps;

    /// <summary>Days of the cases' clocks: counted, or overdue.</summary>
    public long ClockDays { get; private set; }

    /// <summary>Such days on whose evening nobody's step was open.</summary>
    public long UnheldDays { get; private set; }

    /// <summary>Such days by who held the clock at the day's end. A day that several held counts for each.</summary>
    public IReadOnlyDictionary<string, long> Holders => _holders;

    /// <summary>Counts one case.</summary>
    /// <param name="definitions">The definitions that it was bound to.</param>
    /// <param name="entries">Its entries in order; at least one.</param>
    /// <param name="calendar">Returns a calendar by its digest; null for one that nobody keeps any more, and then its days are not told.</param>
    /// <param name="asOf">The last day that is known: who held later days nobody knows.</param>
    public void Add(CaseDefinitions definitions, IReadOnlyList<LedgerEntry> entries, Func<string, WorkCalendar?> calendar, DateOnly asOf)
    {
        var state = EntryFold.Of(entries);
        if (LedgerCase.Of(definitions.Latest, state, ConcludedOn(state, entries), from, to) is not { } counted)
        {
            Outside++;
            return;
        }

        Told?.Invoke(counted);
        Count(definitions.Latest.Definition, state, counted);
        foreach (var step in state.Steps.Values.Concat(state.Superseded))
            Work(definitions.Of(step.Key), state, step);
        foreach (var clock in state.Clocks.Values.Where(c => c.IsOfCase))
            if (calendar(clock.Calendar) is { } days)
                Held(ClockExplanation.Of(definitions, entries, clock.Id, days, days.StartOf(asOf))!);
    }

    private static DateOnly? ConcludedOn(CaseState state, IReadOnlyList<LedgerEntry> entries) =>
        state.Stage == CaseStage.Open ? null : entries.SelectMany(e => e.Events).OfType<CaseConcluded>().LastOrDefault()?.On;

    private void Count(ProcessDefinition definition, CaseState state, CountedCase counted)
    {
        Total = Total.Plus(counted);
        _byProcess[state.Process] = _byProcess.GetValueOrDefault(state.Process, CaseCounts.None).Plus(counted);
        foreach (var outcome in counted.Categories[LedgerCase.ByOutcome])
        {
            _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
            _titles[outcome] = Ends.Title(definition, outcome);
        }
    }

    private void Work(PublishedProcess process, CaseState state, StepState step)
    {
        if (process.Find(step.Key) is not WorkNode node || step.Status is StepStatus.Skipped || step.Entitled.IsEmpty)
            return;
        var one = WorkCounts.Of(step, Limit(state, step));
        _steps[(state.Process, node.Id)] = _steps.GetValueOrDefault((state.Process, node.Id), WorkCounts.None).Plus(one);
        foreach (var office in step.Entitled.Select(e => e.Organisation).OfType<string>().Distinct(StringComparer.Ordinal))
            _departments[office] = _departments.GetValueOrDefault(office, WorkCounts.None).Plus(one);
    }

    // The step's own limit before one of those who answer there.
    private static ClockState? Limit(CaseState state, StepState step)
    {
        var limits = state.Clocks.Values.Where(c => c.Step == step.Key).ToList();
        return limits.FindLast(c => c.Id == step.Name) ?? limits.LastOrDefault();
    }

    private void Held(ClockExplanation clock)
    {
        foreach (var day in clock.Days.Where(d => d.IsUsed))
        {
            ClockDays++;
            var holders = day.Held.Where(h => h.Kind != HolderKind.Nobody).Select(h => h.Id).Distinct(StringComparer.Ordinal).ToList();
            if (holders.Count == 0)
                UnheldDays++;
            foreach (var holder in holders)
                _holders[holder] = _holders.GetValueOrDefault(holder) + 1;
        }
    }
}

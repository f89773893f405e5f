using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>One day of a clock, with those who held it at the day's end.</summary>
/// <param name="Day">What the limit does with the day.</param>
/// <param name="Overdue">The running number of the day past the last day; 0 where it is none.</param>
/// <param name="Held">Who had to act as the day ended, or the excluded procedures; empty for a day that nobody knows of yet.</param>
public sealed record ExplainedDay(DayLine Day, int Overdue, ImmutableArray<Holder> Held)
{
    /// <summary>Whether it is known that it counted, or was overdue.</summary>
    public bool IsUsed => !Held.IsEmpty && (Overdue > 0 || Day.Treatment == DayTreatment.Counted);

    /// <summary>Who had the case in hand on a day that would count and does not; empty for all others.</summary>
    public ImmutableArray<Holder> Meanwhile { get; init; } = [];
}

/// <summary>Keeps the day-by-day account of one clock, and goes on past its last day while nobody stopped it.</summary>
internal sealed class DayLedger(
    CaseDefinitions definitions,
    IReadOnlyList<LedgerEntry> entries,
    ClockState clock,
    WorkCalendar calendar,
    DateOnly known
)
{
    private readonly ImmutableArray<StepRun> _runs = StepRun.Of(entries);
    private readonly ImmutableArray<StepRun> _runsBeforeEnd = StepRun.Of(entries.Take(Ending(entries, clock.Id)));

    internal ImmutableArray<ExplainedDay> Days()
    {
        var (days, overdue) = (ImmutableArray.CreateBuilder<ExplainedDay>(), 0);
        foreach (var line in Lines())
            days.Add(Explained(line, IsOverdue(line) ? ++overdue : 0));
        return days.ToImmutable();
    }

    private ExplainedDay Explained(DayLine line, int overdue)
    {
        var named = Named(line, overdue > 0);
        // Who holds a later day nobody knows yet.
        if (line.Date > known)
            return new ExplainedDay(named, overdue, []);
        var stands = named.Treatment is DayTreatment.Excluded or DayTreatment.Rolled;
        return new ExplainedDay(named, overdue, Holders(line)) { Meanwhile = stands ? Hands(line) : [] };
    }

    private ImmutableArray<DayLine> Lines()
    {
        var through = clock.IsPaused || known > clock.DueOn ? known : clock.DueOn;
        return clock.Total is { } total
            ? DueDates.Explain(ClockConclusions.Reckoning(clock, total), calendar, through)
            : PastTheDay(through);
    }

    // A limit that is simply a day counts nothing; only what lies past it is somebody's delay.
    private ImmutableArray<DayLine> PastTheDay(DateOnly through)
    {
        var lines = ImmutableArray.CreateBuilder<DayLine>();
        for (var day = clock.DueOn.AddDays(1); day <= through; day = day.AddDays(1))
            lines.Add(new DayLine(day, DayTreatment.AfterPeriod, 0, calendar.Describe(day), []));
        return lines.ToImmutable();
    }

    // A day that a nearer clock cut off is past the end as much as one after the count.
    private bool IsOverdue(DayLine line) =>
        clock.Kind is not (LimitKind.AtLeast or LimitKind.Before)
        && line.Date > clock.DueOn
        && line.Date <= known
        && IsUnit(line.Date)
        && line.Treatment is (DayTreatment.AfterPeriod or DayTreatment.Counted or DayTreatment.Rolled);

    private bool IsUnit(DateOnly day) => clock.Total?.Unit != PeriodUnit.WorkingDays || calendar.IsWorkday(day);

    private DayLine Named(DayLine line, bool isOverdue) =>
        isOverdue ? line with { Treatment = DayTreatment.AfterPeriod, Counted = 0 }
        : line.Treatment == DayTreatment.AfterPeriod && !IsUnit(line.Date) ? line with { Treatment = Rest(line) }
        : line;

    private static DayTreatment Rest(DayLine line) => line.Calendar.Kind == DayKind.Holiday ? DayTreatment.Holiday : DayTreatment.Weekend;

    private ImmutableArray<Holder> Holders(DayLine line) =>
        line.Treatment == DayTreatment.Excluded
            ? [.. line.Grounds.Distinct().Select(g => new Holder(HolderKind.Procedure, g))]
            : Hands(line);

    // The day on which the clock ended belongs to those who ended it.
    private ImmutableArray<Holder> Hands(DayLine line)
    {
        var runs =
            line.Date == clock.EndedOn
                ? _runsBeforeEnd.Where(r => r.To is null && r.Opened.On <= line.Date)
                : _runs.Where(r => r.IsOpenAfter(line.Date));
        return Holder.Ordered(runs.SelectMany(r => r.Holders(definitions, line.Date)));
    }

    private static int Ending(IReadOnlyList<LedgerEntry> entries, string clock)
    {
        for (var i = entries.Count - 1; i >= 0; i--)
            if (entries[i].Events.Any(e => e.Ends(clock)))
                return i;
        return entries.Count;
    }
}

using System.Diagnostics;
using Workflow.Engine.Calendars;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>Draws a clock's conclusions from its facts: last day, yellow lamp, promise, next firing.</summary>
internal static class ClockConclusions
{
    /// <summary>A fifth of the limit, the usual distance of the yellow lamp.</summary>
    private const int YellowPart = 5;

    /// <summary>Returns the clock with every conclusion made again.</summary>
    internal static ClockState Conclude(ClockState facts, ClockRule rule, WorkCalendar calendar)
    {
        var due = Due(facts, facts.Total, calendar);
        var drawn = facts with
        {
            Calendar = calendar.Digest,
            DueOn = due.On,
            DueAt = due.At,
            Provisional = due.Provisional,
            ClampedBy = null,
            PromiseOn = Promise(facts, rule, calendar)?.On,
            Left = Left(facts, due, calendar),
        };
        return WithInstants(drawn, rule, calendar);
    }

    /// <summary>Returns the clock ending with a nearer one.</summary>
    internal static ClockState Clamp(ClockState clock, ClockState nearer, ClockRule rule, WorkCalendar calendar) =>
        WithInstants(
            clock with
            {
                DueOn = nearer.DueOn,
                DueAt = nearer.DueAt,
                Provisional = nearer.Provisional,
                ClampedBy = nearer.Id,
            },
            rule,
            calendar
        );

    /// <summary>Returns the next instant at which something falls due; null when nothing does.</summary>
    internal static DateTimeOffset? FiresAt(ClockState clock, ClockRule rule, WorkCalendar calendar) =>
        Firings(clock, rule, calendar).Min(f => (DateTimeOffset?)f.At);

    /// <summary>Returns what has still to fall due on a clock as it stands, in no order: stages by their place in the rule, and the end without one.</summary>
    internal static IEnumerable<(DateTimeOffset At, int? Stage)> Firings(ClockState clock, ClockRule rule, WorkCalendar calendar)
    {
        if (!clock.IsOpen || clock.IsPaused)
            yield break;
        for (var stage = 0; stage < rule.Escalations.Length; stage++)
            if (!clock.Fired.Contains(stage))
                yield return (StageAt(clock, rule.Escalations[stage], calendar), stage);
        if (clock.Status == ClockStatus.Running && !clock.AwaitsCalendar)
            yield return (clock.DueAt, null);
    }

    /// <summary>Returns the instant at which a stage is reached.</summary>
    internal static DateTimeOffset StageAt(ClockState clock, EscalationRule stage, WorkCalendar calendar)
    {
        if (stage.Offset is not { } offset)
            return clock.DueAt;
        if (offset.Unit == PeriodUnit.Hours)
            return clock.DueAt.AddHours(stage.Before ? -offset.Amount : offset.Amount);
        return stage.Before
            ? calendar.StartOf(DaysBefore(offset, clock.DueOn, calendar))
            : calendar.EndOf(DaysAfter(offset, clock.DueOn, calendar));
    }

    /// <summary>Returns the facts as the arithmetic takes them.</summary>
    internal static Reckoning Reckoning(ClockState clock, Period total) =>
        new(
            total,
            clock.Kind == LimitKind.Before ? Counting.Backward : Counting.Forward,
            clock.StartDay,
            clock.StartAt,
            [.. clock.Pauses.Select(p => new Exclusion(p.Ground, p.From, p.To, p.FromAt, p.ToAt, p.Document))],
            clock.Roll
        )
        {
            LongRest = clock.LongRest?.Days,
        };

    private static DueDate Due(ClockState clock, Period? total, WorkCalendar calendar)
    {
        if (total is not null)
            return DueDates.Reckon(Reckoning(clock, total), calendar);
        var on = clock.Roll switch
        {
            RollRule.NextWorkingDay or RollRule.Tax => calendar.NextWorkday(clock.StartDay),
            RollRule.PreviousWorkingDay => calendar.PreviousWorkday(clock.StartDay),
            RollRule.None => clock.StartDay,
            _ => throw new UnreachableException($"No answer for {clock.Roll}."),
        };
        return new DueDate(on, calendar.EndOf(on), clock.StartDay, clock.Roll != RollRule.None && !calendar.IsSettled(on));
    }

    private static DueDate? Promise(ClockState clock, ClockRule rule, WorkCalendar calendar) =>
        rule.Promise is null
            ? null
            : Due(clock, clock.Extensions.Where(e => e.MovesPromise).Aggregate(rule.Promise, (sum, e) => sum.Plus(e.By)), calendar);

    // A pause that begins on the last day, or later, is too late to stop the clock; one of a limit in hours at its end, or later.
    private static int? Left(ClockState clock, DueDate due, WorkCalendar calendar)
    {
        var inHours = clock.Total?.Unit == PeriodUnit.Hours;
        var open = clock.Pauses.Where(p => p.IsOpen && (inHours ? p.FromAt < due.At : p.From < due.RawOn)).ToList();
        return open.Count == 0 || clock.Total is not { } total || clock.Kind == LimitKind.Before
            ? null
            : DueDates.DaysLeft(Reckoning(clock, total), calendar, open.Min(p => p.From));
    }

    private static ClockState WithInstants(ClockState clock, ClockRule rule, WorkCalendar calendar)
    {
        var settled = clock with { YellowFrom = Yellow(clock, rule, calendar) };
        return settled with { FiresAt = FiresAt(settled, rule, calendar) };
    }

    private static DateOnly Yellow(ClockState clock, ClockRule rule, WorkCalendar calendar)
    {
        if (rule.Yellow is { } yellow)
            return DaysBefore(yellow, clock.DueOn, calendar);
        var oneDay = calendar.SubtractWorkdays(clock.DueOn, 1);
        var part = LastPart(clock, calendar);
        return part < oneDay ? part : oneDay;
    }

    private static DateOnly LastPart(ClockState clock, WorkCalendar calendar) =>
        clock.Total is { Unit: PeriodUnit.WorkingDays } total
            ? calendar.SubtractWorkdays(clock.DueOn, Math.Max(1, total.Amount / YellowPart))
            : clock.DueOn.AddDays(-Math.Max(0, (clock.DueOn.DayNumber - clock.StartDay.DayNumber) / YellowPart));

    private static DateOnly DaysBefore(Period period, DateOnly day, WorkCalendar calendar) =>
        period.Unit switch
        {
            PeriodUnit.WorkingDays => calendar.SubtractWorkdays(day, period.Amount),
            PeriodUnit.Months => day.AddMonths(-period.Amount),
            PeriodUnit.Days => day.AddDays(-period.Amount),
            PeriodUnit.Hours => day,
            _ => throw new UnreachableException($"No answer for {period.Unit}."),
        };

    private static DateOnly DaysAfter(Period period, DateOnly day, WorkCalendar calendar) =>
        period.Unit switch
        {
            PeriodUnit.WorkingDays => calendar.AddWorkdays(day, period.Amount),
            PeriodUnit.Months => day.AddMonths(period.Amount),
            PeriodUnit.Days => day.AddDays(period.Amount),
            PeriodUnit.Hours => day,
            _ => throw new UnreachableException($"No answer for {period.Unit}."),
        };
}

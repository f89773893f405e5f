using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Mining.Maps;

namespace Workflow.Mining.Conforming;

/// <summary>Measures the clocks of the case; <see cref="StepJudge"/> measures the limits of single steps.</summary>
internal sealed class ClockJudge(ProcessDefinition definition, LogMap map, WorkCalendar calendar)
{
    // What a log calls a date may be any day; limits are reckoned in the days that calendars reach.
    private static readonly DateOnly First = new(1900, 1, 1);
    private static readonly DateOnly Last = new(2200, 1, 1);

    /// <summary>Judges every clock of the definition that counts forward in days, working days or months.</summary>
    /// <param name="moments">The days of the moments, as the log's attributes say or as its steps mark them.</param>
    /// <param name="carried">Returns the day of an attribute of the case; null without.</param>
    /// <param name="hasEnded">Whether the case has ended.</param>
    /// <param name="endedOn">The day; null where nothing says when.</param>
    internal ImmutableArray<ClockVerdict> Judge(
        IReadOnlyDictionary<string, DateOnly> moments,
        Func<string?, DateOnly?> carried,
        bool hasEnded,
        DateOnly? endedOn
    ) => [.. definition.Clocks.Select(rule => One(rule, moments, carried, hasEnded ? endedOn : null))];

    private ClockVerdict One(
        ClockRule rule,
        IReadOnlyDictionary<string, DateOnly> moments,
        Func<string?, DateOnly?> carried,
        DateOnly? ended
    )
    {
        var start = Latest(rule.From, moments);
        // With several starts, what came before the last of them ended an earlier stretch.
        var ends = rule.Until.Where(u => rule.From.Length < 2 || !(moments.GetValueOrDefault(u) < start));
        var end = Earliest(ends, moments) ?? ended;
        var due = new SortedDictionary<Yardstick, DateOnly>();
        var provisional = start is { } day && ByDefinition(rule, day, due);
        ByLog(map.Clocks.GetValueOrDefault(rule.Id), carried, due);
        return new ClockVerdict(rule.Id, start, end, due, provisional);
    }

    private static void ByLog(CarriedDates? dates, Func<string?, DateOnly?> carried, SortedDictionary<Yardstick, DateOnly> due)
    {
        Put(Yardstick.Planned, carried(dates?.Planned));
        Put(Yardstick.Deadline, carried(dates?.Deadline));

        void Put(Yardstick by, DateOnly? day)
        {
            if (day is { } last)
                due[by] = last;
        }
    }

    // Writes down the days that the definition gives; true where they are provisional.
    private bool ByDefinition(ClockRule rule, DateOnly start, SortedDictionary<Yardstick, DateOnly> due)
    {
        if (Due(rule, start, calendar) is not var (on, provisional))
            return false;
        due[Yardstick.Period] = on;
        if (Longest(rule, Counted(rule)!) is { } longest)
            due[Yardstick.Extended] = Reckon(rule, longest, start, calendar).On;
        return provisional;
    }

    /// <summary>The last day of a limit without extension or pause; null where its length depends on what no log tells, or the day is none that calendars reach.</summary>
    internal static (DateOnly On, bool Provisional)? Due(ClockRule rule, DateOnly start, WorkCalendar calendar) =>
        start >= First && start <= Last && Counted(rule) is { } period ? Reckon(rule, period, start, calendar) : null;

    private static (DateOnly On, bool Provisional) Reckon(ClockRule rule, Period period, DateOnly start, WorkCalendar calendar)
    {
        var reckoning = new Reckoning(period, Counting.Forward, start, calendar.StartOf(start), [], rule.Roll);
        var due = DueDates.Reckon(reckoning with { LongRest = rule.LongRest?.Days }, calendar);
        return (due.On, due.Provisional);
    }

    /// <summary>The limit that holds without a condition: what another would depend on, a log does not tell.</summary>
    internal static Period? Counted(ClockRule rule) =>
        rule.Limits.FirstOrDefault(l => l.When is null)
            is { Kind: LimitKind.For or LimitKind.UpTo, Period: { Unit: not PeriodUnit.Hours } period }
            ? period
            : null;

    private static Period? Longest(ClockRule rule, Period period)
    {
        var more = rule.Extensions.Where(e => e.Period.Unit == period.Unit).Sum(e => e.Period.Amount * e.AtMost);
        return more == 0 ? null : period with { Amount = period.Amount + more };
    }

    private static DateOnly? Latest(IEnumerable<string> names, IReadOnlyDictionary<string, DateOnly> moments) =>
        Known(names, moments).Max();

    private static DateOnly? Earliest(IEnumerable<string> names, IReadOnlyDictionary<string, DateOnly> moments) =>
        Known(names, moments).Min();

    private static IEnumerable<DateOnly?> Known(IEnumerable<string> names, IReadOnlyDictionary<string, DateOnly> moments) =>
        names.Where(moments.ContainsKey).Select(n => (DateOnly?)moments[n]);
}

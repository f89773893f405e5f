using Workflow.Engine.Calendars;
using Workflow.Engine.Periods;

namespace Workflow.Tests.Support.Days;

/// <summary>Counts limits day by day, straight from the words of the rules; slow, and independent of the engine's arithmetic.</summary>
internal sealed class NaiveCounter(WorkCalendar calendar)
{
    private readonly Dictionary<DateOnly, bool> _works = Listed(calendar);

    internal (DateOnly On, DateOnly Raw, bool Provisional) Count(Reckoning reckoning)
    {
        var raw = reckoning.Period.Unit == PeriodUnit.Months ? Months(reckoning) : Days(reckoning);
        var on = Roll(reckoning, raw);
        return (on, raw, Consulted(reckoning, raw, on).Any(d => !calendar.IsSettled(d)));
    }

    /// <summary>Counts in steps of a quarter of an hour; the test's moments stand on quarters.</summary>
    internal static DateTimeOffset Hours(Reckoning reckoning)
    {
        var step = TimeSpan.FromMinutes(reckoning.Direction == Counting.Forward ? 15 : -15);
        var (at, left) = (reckoning.StartAt, reckoning.Period.Amount * 4);
        while (left > 0)
        {
            var quarter = step > TimeSpan.Zero ? at : at + step;
            at += step;
            if (!reckoning.Exclusions.Any(e => quarter >= e.FromAt && quarter < e.ToAt))
                left--;
        }

        return at;
    }

    /// <summary>Counts what is left after a day.</summary>
    internal int Left(Reckoning reckoning, DateOnly on, DateOnly asOf)
    {
        var left = 0;
        for (var day = asOf.AddDays(1); day <= on; day = day.AddDays(1))
            if (IsUnit(reckoning, day) && !IsExcluded(reckoning, day))
                left++;
        for (var day = on.AddDays(1); day <= asOf; day = day.AddDays(1))
            if (IsUnit(reckoning, day))
                left--;
        return left;
    }

    private static DateOnly Days(Reckoning reckoning, Func<DateOnly, bool> isUnit)
    {
        var (day, left) = (reckoning.StartDay, reckoning.Period.Amount);
        while (left > 0)
        {
            day = day.AddDays(reckoning.Direction == Counting.Forward ? 1 : -1);
            if (isUnit(day) && !IsExcluded(reckoning, day))
                left--;
        }

        return day;
    }

    private DateOnly Days(Reckoning reckoning) => Days(reckoning, day => IsUnit(reckoning, day));

    private static DateOnly Months(Reckoning reckoning)
    {
        var step = reckoning.Direction == Counting.Forward ? 1 : -1;
        var end = reckoning.StartDay.AddMonths(step * reckoning.Period.Amount);
        var pending = 0;
        for (var day = reckoning.StartDay; day != end; )
        {
            day = day.AddDays(step);
            if (IsExcluded(reckoning, day))
                pending++;
        }

        while (pending > 0)
        {
            end = end.AddDays(step);
            if (!IsExcluded(reckoning, end))
                pending--;
        }

        return end;
    }

    private DateOnly Roll(Reckoning reckoning, DateOnly raw)
    {
        if (reckoning.Direction == Counting.Backward && reckoning.Roll != RollRule.PreviousWorkingDay)
            return raw;
        return reckoning.Roll switch
        {
            RollRule.NextWorkingDay => Step(raw, 1),
            RollRule.PreviousWorkingDay => Step(raw, -1),
            RollRule.Tax => Tax(reckoning.StartDay, raw, reckoning.LongRest!.Value),
            _ => raw,
        };
    }

    private DateOnly Step(DateOnly day, int step)
    {
        while (!Works(day))
            day = day.AddDays(step);
        return day;
    }

    private DateOnly Tax(DateOnly start, DateOnly raw, int rest)
    {
        var (total, run) = (0, 0);
        for (var day = start.AddDays(1); day <= raw; day = day.AddDays(1))
        {
            run = Works(day) ? 0 : run + 1;
            if (run == rest)
                total += rest;
            if (run > rest)
                total++;
        }

        if (total == 0)
            return Step(raw, 1);
        for (; total > 0; total--)
            raw = Step(raw.AddDays(1), 1);
        return raw;
    }

    private static IEnumerable<DateOnly> Consulted(Reckoning reckoning, DateOnly raw, DateOnly on)
    {
        var forward = reckoning.Direction == Counting.Forward;
        var rolls = forward ? reckoning.Roll != RollRule.None : reckoning.Roll == RollRule.PreviousWorkingDay;
        var whole = reckoning.Period.Unit == PeriodUnit.WorkingDays || (rolls && reckoning.Roll == RollRule.Tax);
        if (!whole && !rolls)
            yield break;
        var first = whole ? reckoning.StartDay.AddDays(forward ? 1 : -1) : raw;
        var (low, high) = (new[] { first, raw, on }.Min(), new[] { first, raw, on }.Max());
        for (var day = low; day <= high; day = day.AddDays(1))
            yield return day;
    }

    private bool IsUnit(Reckoning reckoning, DateOnly day) => reckoning.Period.Unit != PeriodUnit.WorkingDays || Works(day);

    private static bool IsExcluded(Reckoning reckoning, DateOnly day)
    {
        foreach (var exclusion in reckoning.Exclusions)
            if (day > exclusion.From && day <= exclusion.To)
                return true;
        return false;
    }

    /// <summary>How many days lie after one day and up to another, of which only the worked ones where the unit is working days.</summary>
    internal int Between(PeriodUnit unit, DateOnly after, DateOnly through)
    {
        var days = 0;
        for (var day = after.AddDays(1); day <= through; day = day.AddDays(1))
            if (unit != PeriodUnit.WorkingDays || Works(day))
                days++;
        return days;
    }

    private bool Works(DateOnly day) =>
        _works.TryGetValue(day, out var works) ? works : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static Dictionary<DateOnly, bool> Listed(WorkCalendar calendar)
    {
        var works = new Dictionary<DateOnly, bool>();
        foreach (var day in calendar.Editions.SelectMany(e => e.Days).Where(d => calendar.Covers(d.Date)))
            works[day.Date] = day.Works;
        foreach (var day in calendar.Beyond.SelectMany(s => s.Days))
            works[day.Date] = day.Works;
        return works;
    }
}

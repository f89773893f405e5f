using Workflow.Engine.Calendars;

namespace Workflow.Engine.Periods;

/// <summary>Limits in working days, calendar days and months.</summary>
internal static class DayCount
{
    internal static DueDate Reckon(Reckoning reckoning, WorkCalendar calendar)
    {
        var raw = LegalDays.Of(
            reckoning.Exclusions.IsEmpty ? PlainEnd(reckoning, calendar) : RawEnd(reckoning, RulerOf(reckoning, calendar))
        );
        var on = LastDayRoll.Roll(reckoning, calendar, raw);
        return new DueDate(on, calendar.EndOf(on), raw, IsProvisional(reckoning, calendar, raw, on));
    }

    internal static int Left(Reckoning reckoning, WorkCalendar calendar, DueDate due, DateOnly asOf)
    {
        var (ruler, gaps) = (RulerOf(reckoning, calendar), Gaps.Of(reckoning));
        var now = PausedOn(reckoning, due) is { } paused && paused < asOf ? paused : asOf;
        return now <= due.On
            ? (int)gaps.Between(ruler, now.DayNumber, due.On.DayNumber)
            : -(int)ruler.Between(due.On.DayNumber, now.DayNumber);
    }

    /// <summary>Returns the day the earliest open exclusion began; null when there is none, or when it came too late.</summary>
    internal static DateOnly? PausedOn(Reckoning reckoning, DueDate due) =>
        reckoning.Direction == Counting.Backward
            ? null
            : reckoning.Exclusions.Where(e => e.To is null && e.From < due.RawOn).Select(e => (DateOnly?)e.From).Min();

    internal static Ruler RulerOf(Reckoning reckoning, WorkCalendar calendar) =>
        reckoning.Period.Unit == PeriodUnit.WorkingDays ? new WorkdayRuler(calendar) : new EvenRuler();

    // Where nothing is excluded, which is nearly always, there is nothing to merge and nothing to measure round.
    private static long PlainEnd(Reckoning reckoning, WorkCalendar calendar)
    {
        var (start, forward) = (reckoning.StartDay.DayNumber, reckoning.Direction == Counting.Forward);
        if (reckoning.Period.Unit != PeriodUnit.WorkingDays)
            return forward ? start + Units(reckoning) : start - Units(reckoning);
        var amount = reckoning.Period.Amount;
        return calendar.Select(forward ? calendar.Rank(start) + amount : calendar.Rank(start - 1) - amount + 1);
    }

    private static long RawEnd(Reckoning reckoning, Ruler ruler)
    {
        var (start, gaps) = (reckoning.StartDay.DayNumber, Gaps.Of(reckoning));
        return reckoning.Direction == Counting.Forward
            ? gaps.Forward(ruler, start, Units(reckoning))
            : gaps.Backward(ruler, start - 1, Units(reckoning)) + 1;
    }

    // Months run to the corresponding day; from there one calendar day per excluded day, which is the same as counting
    // the days of the unpaused period outside the exclusions.
    private static long Units(Reckoning reckoning)
    {
        var (start, amount) = (reckoning.StartDay, reckoning.Period.Amount);
        if (reckoning.Period.Unit != PeriodUnit.Months)
            return amount;
        var end = start.AddMonths(reckoning.Direction == Counting.Forward ? amount : -amount);
        return Math.Abs(end.DayNumber - start.DayNumber);
    }

    private static bool IsProvisional(Reckoning reckoning, WorkCalendar calendar, DateOnly raw, DateOnly on)
    {
        var rolls = LastDayRoll.Applies(reckoning);
        var asksEveryDay = reckoning.Period.Unit == PeriodUnit.WorkingDays || (rolls && reckoning.Roll == RollRule.Tax);
        if (!asksEveryDay)
            return rolls && !AreSettled(calendar, on, raw);
        var first = reckoning.StartDay.AddDays(reckoning.Direction == Counting.Forward ? 1 : -1);
        return !AreSettled(calendar, on, raw) || !calendar.IsSettled(first);
    }

    private static bool AreSettled(WorkCalendar calendar, DateOnly one, DateOnly other) =>
        calendar.IsSettled(one) && calendar.IsSettled(other);
}

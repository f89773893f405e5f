using Workflow.Engine.Calendars;

namespace Workflow.Engine.Periods;

/// <summary>Limits in hours: from the exact moment through nights and holidays, pauses by instants, no roll.</summary>
internal static class HourCount
{
    private static readonly EvenRuler Ticks = new();

    internal static DueDate Reckon(Reckoning reckoning, WorkCalendar calendar)
    {
        var (start, gaps) = (reckoning.StartAt.UtcTicks, Gaps.Of(reckoning));
        var length = reckoning.Period.Amount * TimeSpan.TicksPerHour;
        var end = reckoning.Direction == Counting.Forward ? gaps.Forward(Ticks, start, length) : gaps.Backward(Ticks, start, length);
        LegalDays.Of(Math.DivRem(end, TimeSpan.TicksPerDay).Quotient);
        var at = new DateTimeOffset(end, TimeSpan.Zero);
        var on = LegalDays.Check(calendar.DayOf(at));
        return new DueDate(on, at, on, false);
    }

    internal static int Left(Reckoning reckoning, WorkCalendar calendar, DueDate due, DateOnly asOf)
    {
        var now = calendar.EndOf(asOf);
        if (PausedAt(reckoning, due) is { } paused && paused < now)
            now = paused;
        var left = now <= due.At ? Gaps.Of(reckoning).Between(Ticks, now.UtcTicks, due.At.UtcTicks) : due.At.UtcTicks - now.UtcTicks;
        return Math.Sign(left) * (int)((Math.Abs(left) + TimeSpan.TicksPerHour - 1) / TimeSpan.TicksPerHour);
    }

    /// <summary>Returns the moment the earliest open exclusion began; null when there is none, or when it came too late.</summary>
    internal static DateTimeOffset? PausedAt(Reckoning reckoning, DueDate due) =>
        reckoning.Direction == Counting.Backward
            ? null
            : reckoning.Exclusions.Where(e => e.ToAt is null && e.FromAt < due.At).Select(e => (DateTimeOffset?)e.FromAt).Min();

    /// <summary>Returns the time run between two moments outside the exclusions.</summary>
    internal static TimeSpan Run(Gaps gaps, DateTimeOffset from, DateTimeOffset to) =>
        TimeSpan.FromTicks(gaps.Between(Ticks, from.UtcTicks, Math.Max(from.UtcTicks, to.UtcTicks)));
}

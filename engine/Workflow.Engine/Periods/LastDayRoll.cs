using Workflow.Engine.Calendars;

namespace Workflow.Engine.Periods;

/// <summary>Moves a last day by the roll rule of a limit.</summary>
internal static class LastDayRoll
{
    /// <summary>Whether the rule has anything to say: a limit counted backwards never moves later.</summary>
    internal static bool Applies(Reckoning reckoning) =>
        (reckoning.Direction, reckoning.Roll) switch
        {
            (_, RollRule.None) => false,
            (Counting.Backward, RollRule.NextWorkingDay or RollRule.Tax) => false,
            _ => true,
        };

    internal static DateOnly Roll(Reckoning reckoning, WorkCalendar calendar, DateOnly raw) =>
        !Applies(reckoning)
            ? raw
            : reckoning.Roll switch
            {
                RollRule.PreviousWorkingDay => calendar.PreviousWorkday(raw),
                RollRule.Tax => Tax(calendar, reckoning.StartDay, raw),
                _ => calendar.NextWorkday(raw),
            };

    private static DateOnly Tax(WorkCalendar calendar, DateOnly start, DateOnly raw)
    {
        var rest = calendar.LongRestDays(start, raw);
        return rest > 0 ? calendar.AddWorkdays(raw, rest) : calendar.NextWorkday(raw);
    }
}

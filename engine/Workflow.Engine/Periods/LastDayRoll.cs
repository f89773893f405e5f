using System.Diagnostics;
using Workflow.Engine.Calendars;

namespace Workflow.Engine.Periods;

/// <summary>Moves a last day by the roll rule of a limit.</summary>
internal static class LastDayRoll
{
    /// <summary>Whether the rule has anything to say: a limit counted backwards never moves later.</summary>
    internal static bool Applies(Reckoning reckoning) =>
        reckoning.Roll switch
        {
            RollRule.None => false,
            RollRule.PreviousWorkingDay => true,
            RollRule.NextWorkingDay or RollRule.Tax => reckoning.Direction == Counting.Forward,
            _ => throw new UnreachableException($"No answer for {reckoning.Roll}."),
        };

    internal static DateOnly Roll(Reckoning reckoning, WorkCalendar calendar, DateOnly raw) =>
        !Applies(reckoning)
            ? raw
            : reckoning.Roll switch
            {
                RollRule.PreviousWorkingDay => calendar.PreviousWorkday(raw),
                RollRule.Tax => Tax(reckoning, calendar, raw),
                RollRule.NextWorkingDay => calendar.NextWorkday(raw),
                _ => throw new UnreachableException($"No answer for {reckoning.Roll}."),
            };

    private static DateOnly Tax(Reckoning reckoning, WorkCalendar calendar, DateOnly raw)
    {
        var rest = calendar.LongRestDays(reckoning.StartDay, raw, reckoning.LongRest!.Value);
        return rest > 0 ? calendar.AddWorkdays(raw, rest) : calendar.NextWorkday(raw);
    }
}

using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Alerts;

/// <summary>
/// Lists for a person what a rule did later than its legal day: after an outage, or when a calendar came late, a deemed
/// outcome takes effect on its day and is recorded now.
/// </summary>
internal static class CaughtUp
{
    /// <summary>What is recorded within a working day came in time.</summary>
    private const int InTime = 1;

    /// <summary>Raises an alert for each outcome by rule that an entry recorded more than a working day after the clock's last day.</summary>
    internal static void Note(NewEntry entry, WriteSession session)
    {
        if (entry.Command is not ExpireClock)
            return;
        var calendar = entry.Stamp.Calendar;
        var recorded = calendar.DayOf(entry.Stamp.RecordedAt);
        foreach (var late in entry.Events.OfType<ClockExpired>().Where(e => calendar.CountWorkdays(e.DueOn, recorded) > InTime))
        {
            if (late.Outcome is { } outcome)
                AlertList.Raise(Late(entry, late, outcome, recorded), session);
        }
    }

    private static Alert Late(NewEntry entry, ClockExpired late, string outcome, DateOnly recorded)
    {
        var (clock, number) = (AlertNames.Clock(entry, late.Clock), entry.After.Number);
        var message = AlertMessages.CaughtUp(clock, AlertNames.Outcome(entry, late.Clock, outcome), late.DueOn, recorded);
        return new Alert($"{AlertKinds.CaughtUp} {number} {late.Clock}", AlertKinds.CaughtUp, number, entry.Stamp.RecordedAt, message)
        {
            Clock = late.Clock,
            DueOn = late.DueOn,
            RecordedOn = recorded,
        };
    }
}

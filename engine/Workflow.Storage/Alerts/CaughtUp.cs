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
    /// <summary>Stable code of the alert.</summary>
    internal const string Kind = "sweep.caught-up";

    /// <summary>What is recorded within a working day came in time.</summary>
    private const int InTime = 1;

    /// <summary>Raises an alert for each outcome by rule that an entry recorded more than a working day after the clock's last day.</summary>
    internal static void Note(NewEntry entry, WriteSession session)
    {
        if (entry.Command is not ExpireClock) return;
        var (number, recorded) = (entry.After.Number, entry.Stamp.Calendar.DayOf(entry.Stamp.RecordedAt));
        foreach (var late in entry.Events.OfType<ClockExpired>().Where(e => e.Outcome is not null && entry.Stamp.Calendar.CountWorkdays(e.DueOn, recorded) > InTime))
            AlertList.Raise(
                new Alert($"{Kind} {number} {late.Clock}", Kind, number, entry.Stamp.RecordedAt, $"'{late.Clock}' took effect on {late.DueOn:yyyy-MM-dd} ({late.Outcome}) and was recorded on {recorded:yyyy-MM-dd}.")
                {
                    Clock = late.Clock,
                    DueOn = late.DueOn,
                    RecordedOn = recorded,
                },
                session);
    }
}

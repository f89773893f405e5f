using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Alerts;

/// <summary>Lists for a person the periods that had ended in another system before a case was taken over: what their silence meant nobody here has seen, and no rule decides it.</summary>
internal static class SilenceElsewhere
{
    /// <summary>Stable code of the alert.</summary>
    internal const string Kind = "adopt.silence";

    /// <summary>Raises an alert for each such period of a case that was taken over.</summary>
    internal static void Note(NewEntry entry, WriteSession session)
    {
        if (entry.Command is not AdoptCase adopt) return;
        var (number, recorded) = (entry.After.Number, entry.Stamp.Calendar.DayOf(entry.Stamp.RecordedAt));
        foreach (var past in entry.Events.OfType<ClockExpired>())
            AlertList.Raise(
                new Alert($"{Kind} {number} {past.Clock}", Kind, number, entry.Stamp.RecordedAt, $"'{past.Clock}' ended on {past.DueOn:yyyy-MM-dd} in {adopt.System} with nothing told; decide what the silence meant.")
                {
                    Clock = past.Clock,
                    DueOn = past.DueOn,
                    RecordedOn = recorded,
                },
                session);
    }
}

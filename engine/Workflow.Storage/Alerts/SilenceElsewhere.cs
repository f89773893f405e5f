using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Alerts;

/// <summary>Lists for a person the periods that had ended in another system before a case was taken over: what their silence meant nobody here has seen, and no rule decides it.</summary>
internal static class SilenceElsewhere
{
    /// <summary>Raises an alert for each such period of a case that was taken over.</summary>
    internal static void Note(NewEntry entry, WriteSession session)
    {
        if (entry.Command is not AdoptCase adopt)
            return;
        foreach (var past in entry.Events.OfType<ClockExpired>())
            AlertList.Raise(Past(entry, past, adopt.System), session);
    }

    private static Alert Past(NewEntry entry, ClockExpired past, string system)
    {
        var (number, at) = (entry.After.Number, entry.Stamp.RecordedAt);
        var message = AlertMessages.SilenceElsewhere(AlertNames.Clock(entry, past.Clock), past.DueOn, system);
        return new Alert($"{AlertKinds.SilenceElsewhere} {number} {past.Clock}", AlertKinds.SilenceElsewhere, number, at, message)
        {
            Clock = past.Clock,
            DueOn = past.DueOn,
            RecordedOn = entry.Stamp.Calendar.DayOf(at),
        };
    }
}

using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Events;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Alerts;

/// <summary>Lists for a person the periods that ended without their outcome, because materials are missing that everybody needs for it.</summary>
internal static class SilenceWithheld
{
    /// <summary>Raises an alert for each such period of an entry.</summary>
    internal static void Note(NewEntry entry, WriteSession session)
    {
        foreach (var past in entry.Events.OfType<ClockExpired>())
            if (past.Withheld is { } outcome)
                AlertList.Raise(Withheld(entry, past, outcome), session);
    }

    private static Alert Withheld(NewEntry entry, ClockExpired past, string outcome)
    {
        var (number, at) = (entry.After.Number, entry.Stamp.RecordedAt);
        var (clock, named) = (AlertNames.Clock(entry, past.Clock), AlertNames.Outcome(entry, past.Clock, outcome));
        var message = AlertMessages.SilenceWithheld(clock, past.DueOn, named);
        return new Alert($"{AlertKinds.SilenceWithheld} {number} {past.Clock}", AlertKinds.SilenceWithheld, number, at, message)
        {
            Clock = past.Clock,
            DueOn = past.DueOn,
            RecordedOn = entry.Stamp.Calendar.DayOf(at),
        };
    }
}

using Workflow.Engine.Processes;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Events;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Alerts;

/// <summary>Lists for a person the ends of called cases that did not become the outcome of the step that called.</summary>
internal static class UnmappedEnds
{
    /// <summary>Stable code of the alert of an end that the call has no outcome for.</summary>
    internal const string Unmapped = "call.end_unmapped";

    /// <summary>Stable code of the alert of a result that nothing waited for any more.</summary>
    internal const string Dropped = "call.dropped";

    internal static void Note(NewEntry entry, WriteSession session)
    {
        // The end of a case that was told to terminate is what was asked for.
        foreach (var end in entry.Events.OfType<CallEnded>().Where(e => e.Use == CallUse.Unmapped || e.Use == CallUse.Dropped && e.Result != Ends.Terminated))
        {
            var number = entry.After.Number;
            var called = entry.After.Called.First(c => c.Step == end.Step && c.Run == end.Run).Case;
            AlertList.Raise(end.Use == CallUse.Unmapped ? Unmapped : Dropped, $"{number} {end.Step}#{end.Run}", number, entry.Stamp.RecordedAt, Words(end, called), session);
        }
    }

    private static string Words(CallEnded end, string? called) => end.Use == CallUse.Unmapped
        ? $"Expected an outcome of '{end.Step}' for the end of {called}, but it has none for {end.Result}; {end.Entitled[0].Key} finishes the step or returns the case."
        : $"Expected '{end.Step}' to wait for {called} (run {end.Run}), but it does not any more; its result {end.Result} is on record and completes nothing.";
}

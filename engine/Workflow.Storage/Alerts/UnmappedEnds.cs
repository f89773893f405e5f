using System.Diagnostics;
using Workflow.Engine.Deciding;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Alerts;

/// <summary>Lists for a person the ends of called cases that did not become the outcome of the step that called.</summary>
internal static class UnmappedEnds
{
    internal static void Note(NewEntry entry, WriteSession session)
    {
        foreach (var end in entry.Events.OfType<CallEnded>())
        {
            if (Kind(end) is { } kind)
                AlertList.Raise(kind, entry, $"{end.Step}#{end.Run}", Message(entry, end), session);
        }
    }

    // The end of a case that was told to terminate is what was asked for.
    private static string? Kind(CallEnded end) =>
        end.Use switch
        {
            CallUse.Unmapped => AlertKinds.CallUnmapped,
            CallUse.Dropped when end.Result != Ends.Terminated => AlertKinds.CallDropped,
            CallUse.Taken or CallUse.Dropped => null,
            _ => throw new UnreachableException($"No answer for {end.Use}."),
        };

    private static Message Message(NewEntry entry, CallEnded end)
    {
        var step = AlertNames.Step(entry, end.Step);
        var called = entry.After.Called.First(c => c.Step == end.Step && c.Run == end.Run).Case ?? "";
        return end.Use == CallUse.Unmapped
            ? AlertMessages.CallUnmapped(step, called, end.Result, end.Entitled[0].Key)
            : AlertMessages.CallDropped(step, called, end.Run, end.Result);
    }
}

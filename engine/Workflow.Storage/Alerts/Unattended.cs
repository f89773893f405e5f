using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Events;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Alerts;

/// <summary>Lists for a person the tasks that opened for a post of which nobody may do them that day.</summary>
internal static class Unattended
{
    /// <summary>Raises an alert for each such task; one that went to the post named in its place needs none.</summary>
    internal static void Note(NewEntry entry, WriteSession session)
    {
        foreach (var step in entry.Events.OfType<StepUnattended>().Where(e => e.Instead is null))
        {
            var message = AlertMessages.Unattended(AlertNames.Step(entry, step.Step), AlertNames.Post(entry, step.Post), step.Holders);
            AlertList.Raise(AlertKinds.Unattended, entry, What(step), message, session);
        }
    }

    private static string What(StepUnattended step) => step.Participant is { } participant ? $"{step.Step} {participant}" : step.Step;
}

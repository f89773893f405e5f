using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Events;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Alerts;

/// <summary>Lists for a person the tasks that opened for a post of which nobody may do them that day.</summary>
internal static class Unattended
{
    /// <summary>Stable code of the alert.</summary>
    internal const string Kind = "step.unattended";

    /// <summary>Raises an alert for each such task; one that went to the post named in its place needs none.</summary>
    internal static void Note(NewEntry entry, WriteSession session)
    {
        var number = entry.After.Number;
        foreach (var step in entry.Events.OfType<StepUnattended>().Where(e => e.Instead is null))
            AlertList.Raise(Kind, $"{number} {step.Step}{(step.Participant is { } participant ? $" {participant}" : "")}", number, entry.Stamp.RecordedAt,
                $"'{step.Step}' opened for {step.Post}, but of the {step.Holders} who hold the post nobody may do it: absent without a deputy, not qualified, or barred by what they did before.", session);
    }
}

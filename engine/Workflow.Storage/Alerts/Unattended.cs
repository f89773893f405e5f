using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Alerts;

/// <summary>Lists for a person the tasks that nobody may do: those that a rule found nobody for, and all others.</summary>
internal static class Unattended
{
    /// <summary>Raises an alert for each such task; one that went to the post named in its place needs none.</summary>
    internal static void Note(NewEntry entry, Func<Post, ImmutableArray<HolderFact>?> holders, WriteSession session)
    {
        List<StepUnattended> found = [.. entry.Events.OfType<StepUnattended>()];
        foreach (var step in found.Where(e => e.Instead is null))
            Raise(entry, step.Step, step.Participant, OfRule(entry, step), session);
        foreach (
            var task in NobodyLeft.After(entry, holders).Where(t => found.All(e => (e.Step, e.Participant) != (t.Step, t.Participant)))
        )
            Raise(entry, task.Step, task.Participant, Of(entry, task), session);
    }

    private static void Raise(NewEntry entry, string step, string? participant, Message message, WriteSession session) =>
        AlertList.Raise(AlertKinds.Unattended, entry, participant is null ? step : $"{step} {participant}", message, session);

    private static Message OfRule(NewEntry entry, StepUnattended step) =>
        AlertMessages.Unattended(AlertNames.Step(entry, step.Step), AlertNames.Post(entry, step.Post), step.Holders);

    private static Message Of(NewEntry entry, OrphanTask task)
    {
        var (step, post) = (AlertNames.Step(entry, task.Step), AlertNames.Post(entry, task.Post));
        return task.Holders switch
        {
            null => AlertMessages.NoOffice(step, post),
            0 => AlertMessages.NoHolder(step, post),
            { } holders => AlertMessages.NobodyLeft(step, post, holders),
        };
    }
}

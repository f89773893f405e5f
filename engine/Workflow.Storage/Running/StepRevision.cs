using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Storage.Running;

/// <summary>
/// If-Match: the client names an entry up to which they know the step, the last that touched it or the last of the case that they
/// were shown. What was done to other steps since is no matter, so that twenty reviewers of one case do not collide.
/// </summary>
internal static class StepRevision
{
    internal static Refusal? Changed(Submission submission, CaseState state, Outside outside)
    {
        if (submission.IfMatch is not { } expected)
            return null;
        var key = (submission.Request.Command as IAboutStep)?.Step;
        var found = key is null ? state.Entries : state.Steps.GetValueOrDefault(key)?.Revision ?? 0;
        // A view of a step is up to date if it was read after the step was last touched; a view of the case only if it shows the last entry.
        return found <= Known(submission, expected) && expected <= state.Entries
            ? null
            : StorageRefusals.Changed(What(key, state, outside), expected, submission.Seen?.Found ?? found);
    }

    private static long Known(Submission submission, long expected) => submission.Seen?.Known(expected) ?? expected;

    private static Message What(string? key, CaseState state, Outside outside) =>
        key is null ? new Message("revision.case") : new Message("revision.step", ("step", outside.Bound(state.Definition).StepName(key)));
}

using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Storage.Running;

/// <summary>If-Match: the client names the last entry that touched the step, so that twenty reviewers of one case do not collide.</summary>
internal static class StepRevision
{
    internal static Refusal? Changed(Submission submission, CaseState state, Outside outside)
    {
        if (submission.IfMatch is not { } expected) return null;
        var key = (submission.Request.Command as IAboutStep)?.Step;
        var found = key is null ? state.Entries : state.Steps.GetValueOrDefault(key)?.Revision ?? 0;
        return found == expected
            ? null
            : StorageRefusals.Changed(What(key, state, outside), expected, found);
    }

    private static Message What(string? key, CaseState state, Outside outside) => key is null
        ? new Message("revision.case")
        : new Message("revision.step", ("step", new NameValue(key, outside.Bound(state.Definition).Find(key)?.Title ?? key)));
}

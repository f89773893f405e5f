using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Storage.Running;

/// <summary>If-Match: the client names the last entry that touched the step, so that twenty reviewers of one case do not collide.</summary>
internal static class StepRevision
{
    internal static Refusal? Changed(Submission submission, CaseState state)
    {
        if (submission.IfMatch is not { } expected) return null;
        var key = (submission.Request.Command as IAboutStep)?.Step;
        var found = key is null ? state.Entries : state.Steps.GetValueOrDefault(key)?.Revision ?? 0;
        return found == expected
            ? null
            : new Refusal("step.revision_changed", $"Expected revision {expected} of {(key is null ? "the case" : $"step '{key}'")}, but it is {found}.", "read it again and decide anew");
    }
}

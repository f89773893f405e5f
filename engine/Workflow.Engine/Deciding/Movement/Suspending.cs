using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Suspends the work on a case and lets it go on 挂起、恢复. It stops no clock: what stops one is a ground of its rule.</summary>
internal static class Suspending
{
    internal static Refusal? Suspend(CaseTurn turn, SuspendCase command)
    {
        if (MaySuspend(turn) is { } refusal) return refusal;
        if (Grounds.Check(command.Document, command.Reasons, "suspending the case") is { } missing) return missing;
        turn.Apply(new CaseSuspended(command.Document, command.Reasons, turn.On));
        return null;
    }

    internal static Refusal? Resume(CaseTurn turn)
    {
        if (MayResume(turn) is { } refusal) return refusal;
        turn.Apply(new CaseResumed(turn.On));
        return null;
    }

    internal static Refusal? MaySuspend(CaseTurn turn) =>
        Actors.MustLead(turn, "suspend the case")
        ?? (turn.State.Suspended is null ? null : new Refusal("case.suspended", $"Expected the work to go on, but it is suspended since {turn.State.Suspended.On:yyyy-MM-dd} ({turn.State.Suspended.Document})."));

    internal static Refusal? MayResume(CaseTurn turn) =>
        Actors.MustLead(turn, "let the case go on")
        ?? (turn.State.Suspended is not null
            ? null
            : new Refusal("case.not_suspended", "Expected a suspended case, but its work goes on."));
}

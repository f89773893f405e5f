using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Cancels a case that should not be there 作废, and revokes what a concluded one decided 撤销. Terminating 终止 is a third thing: the matter itself has gone.</summary>
internal static class Ending
{
    // Once one of these days is set the applicant may rely on it: what then was wrong is terminated or revoked, not cancelled.
    private static readonly string[] TooLate = ["accepted", "decided"];

    internal static Refusal? Cancel(CaseTurn turn, CancelCase command)
    {
        if (MayCancel(turn) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(command.Reasons)) return new Refusal("step.reasons_missing", "Expected reasons for cancelling the case, but there are none.");
        Voiding.Void(turn, _ => true, PutAside.Cancelled);
        Exits.Conclude(turn, Ends.Cancelled);
        return null;
    }

    internal static Refusal? Revoke(CaseTurn turn, RevokeCase command)
    {
        if (MayRevoke(turn) is { } refusal) return refusal;
        if (Grounds.Check(command.Document, command.Reasons, "revoking the decision") is { } missing) return missing;
        Voiding.Void(turn, _ => true, PutAside.Revoked);
        turn.Apply(new CaseRevoked(command.Document, command.Reasons, turn.On));
        return null;
    }

    internal static Refusal? MayCancel(CaseLook look) =>
        Actors.MustLead(look, "cancel the case")
        ?? (TooLate.FirstOrDefault(look.State.Moments.ContainsKey) is { } moment
            ? new Refusal("case.cancel_too_late", $"Expected nothing accepted or decided, but '{moment}' is marked on {look.State.Moments[moment].Day:yyyy-MM-dd}.", "terminate the case with reasons of law")
            : null);

    internal static Refusal? MayRevoke(CaseLook look) =>
        Actors.MustLead(look, "revoke the decision")
        ?? (look.State.Stage is CaseStage.Concluded or CaseStage.Closed ? null : new Refusal("case.wrong_stage", $"Expected a concluded case, but {look.State.Number} is open.", "terminate or return it"))
        ?? (look.State.Revoked is { } before ? new Refusal("case.revoked", $"Expected a decision that stands, but it was revoked on {before.On:yyyy-MM-dd} ({before.Document}).") : null);
}

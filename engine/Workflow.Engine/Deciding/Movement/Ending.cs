using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Cancels a case that should not be there 作废, and revokes what a concluded one decided 撤销. Terminating 终止 is a third thing: the matter itself has gone.</summary>
internal static class Ending
{
    internal static Operation CancelOperation { get; } =
        Operation.Of<CancelCase>(Cancel, (look, _) => BuiltOn.Whole(look)) with
        {
            OfCase = look => [ActionOffer.OfCase("cancel", MayCancel(look))],
            When = Operation.CaseStanding.Open,
        };

    internal static Operation RevokeOperation { get; } =
        Operation.Of<RevokeCase>(Revoke, (look, _) => BuiltOn.Conclusion(look)) with
        {
            OfCase = look => [ActionOffer.OfCase("revoke", MayRevoke(look))],
            When = Operation.CaseStanding.Concluded,
        };

    // Once one of these days is set the applicant may rely on it: what then was wrong is terminated or revoked, not cancelled.
    private static readonly string[] TooLate = ["accepted", "decided"];

    internal static Refusal? Cancel(CaseTurn turn, CancelCase command)
    {
        if (MayCancel(turn) is { } refusal)
            return refusal;
        if (ByOrder.Reasons(command.Reasons, Acts.Cancel) is { } missing)
            return missing;
        Voiding.Void(turn, _ => true, PutAside.Cancelled);
        Exits.Conclude(turn, Ends.Cancelled);
        return null;
    }

    internal static Refusal? Revoke(CaseTurn turn, RevokeCase command)
    {
        if (MayRevoke(turn) is { } refusal)
            return refusal;
        if (ByOrder.Check(command.Document, command.Reasons, Acts.Revoke) is { } missing)
            return missing;
        Voiding.Void(turn, d => !Serving.IsProof(turn.Process, d.Issued), PutAside.Revoked);
        turn.Apply(new CaseRevoked(command.Document, command.Reasons, turn.On));
        return null;
    }

    internal static Refusal? MayCancel(CaseLook look)
    {
        if (Actors.MustLead(look) is { } notYours)
            return notYours;
        return TooLate.FirstOrDefault(look.State.Moments.ContainsKey) is { } moment
            ? WholeCaseRefusals.CancelTooLate(Naming.Moment(look.Definition, moment), look.State.Moments[moment].Day)
            : null;
    }

    internal static Refusal? MayRevoke(CaseLook look)
    {
        if (Actors.MustLead(look) is { } notYours)
            return notYours;
        if (look.IsOpen)
            return WholeCaseRefusals.NotConcluded(look.State.Number, Acts.Revoke);
        // What nobody has yet binds nobody: it is served, or made anew.
        if (ServiceNeeds.StillServing(look) is { } serving)
            return WholeCaseRefusals.NotServed(Naming.Step(look, serving.Key));
        return look.State.Revoked is { } before ? WholeCaseRefusals.Revoked(before.On, before.Document) : null;
    }
}

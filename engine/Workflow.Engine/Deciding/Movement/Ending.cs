using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>
/// Cancels a case that should not be there 作废. Terminating 终止 is another thing: the matter itself has gone; and so is revoking 撤销,
/// which is an outcome with a paper of its own.
/// </summary>
internal static class Ending
{
    internal static Operation Operation { get; } =
        Operation.Of<CancelCase>(Cancel, (look, _) => BuiltOn.Whole(look)) with
        {
            OfCase = look => [ActionOffer.OfCase("cancel", MayCancel(look))],
            When = Operation.CaseStanding.Open,
        };

    // Once one of these days is set the applicant may rely on it: what then was wrong is terminated, or revoked by an outcome, and not cancelled.
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

    internal static Refusal? MayCancel(CaseLook look)
    {
        if (Actors.MustLead(look) is { } notYours)
            return notYours;
        return TooLate.FirstOrDefault(look.State.Moments.ContainsKey) is { } moment
            ? WholeCaseRefusals.CancelTooLate(Naming.Moment(look.Definition, moment), look.State.Moments[moment].Day)
            : null;
    }
}

using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Suspends the work on a case and lets it go on 挂起、恢复. It stops no clock: what stops one is a ground of its rule.</summary>
internal static class Suspending
{
    internal static Operation SuspendOperation { get; } =
        Operation.Of<SuspendCase>(Suspend, (look, _) => BuiltOn.Whole(look)) with
        {
            OfCase = look => look.State.Suspended is null ? [ActionOffer.OfCase("suspend", MaySuspend(look))] : [],
            When = Operation.CaseStanding.Open,
        };

    internal static Operation ResumeOperation { get; } =
        Operation.Of<ResumeCase>((turn, _) => Resume(turn), (look, _) => BuiltOn.Suspended(look)) with
        {
            OfCase = look => look.State.Suspended is null ? [] : [ActionOffer.OfCase("resume", MayResume(look))],
            When = Operation.CaseStanding.Open,
        };

    internal static Refusal? Suspend(CaseTurn turn, SuspendCase command)
    {
        if (MaySuspend(turn) is { } refusal)
            return refusal;
        if (ByOrder.Check(command.Document, command.Reasons, Acts.Suspend) is { } missing)
            return missing;
        turn.Apply(new CaseSuspended(command.Document, command.Reasons, turn.On));
        return null;
    }

    internal static Refusal? Resume(CaseTurn turn)
    {
        if (MayResume(turn) is { } refusal)
            return refusal;
        turn.Apply(new CaseResumed(turn.On));
        return null;
    }

    internal static Refusal? MaySuspend(CaseLook look)
    {
        if (Actors.MustLead(look) is { } notYours)
            return notYours;
        return look.State.Suspended is { } since ? LimitRefusals.Suspended(since.On, since.Document) : null;
    }

    internal static Refusal? MayResume(CaseLook look) =>
        Actors.MustLead(look) ?? (look.State.Suspended is null ? WholeCaseRefusals.NotSuspended(look.State.Number) : null);
}

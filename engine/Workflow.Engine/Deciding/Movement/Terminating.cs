using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Ends a case before its end: the head of the leading office decides, with reasons.</summary>
internal static class Terminating
{
    internal static Operation Operation { get; } =
        Operation.Of<Terminate>(Terminate, (look, _) => BuiltOn.Whole(look)) with
        {
            OfCase = look => [ActionOffer.OfCase("terminate", MayTerminate(look))],
            When = Operation.CaseStanding.Open,
        };

    internal static Refusal? Terminate(CaseTurn turn, Terminate command)
    {
        if (MayTerminate(turn) is { } refusal)
            return refusal;
        if (command.NotAwaitedBy is null && ByOrder.Reasons(command.Reasons, Acts.Terminate) is { } missing)
            return missing;
        Exits.Conclude(turn, Ends.Terminated);
        return null;
    }

    // Where the process names the grounds, one of them is taken, as an outcome with its paper; reasons alone are none.
    private static Refusal? ByGround(CaseLook look) =>
        look.Definition.Termination is { } id && look.Process.Find(id) is WorkNode step
            ? WholeCaseRefusals.NeedsGround(Naming.Step(step), step.Outcomes.Select(Naming.Outcome))
            : null;

    // A case that was called ends when the one that called it does not wait for it any more.
    internal static Refusal? MayTerminate(CaseLook look) =>
        look.Stamp.IsRule && look.State.Parent is not null ? null : Actors.MustLead(look) ?? ByGround(look);
}

using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.People;

/// <summary>An outcome that waits for the signers after the holder, and what becomes of it 后加签.</summary>
internal static class Proposing
{
    /// <summary>Whether an outcome has to wait for signers after it.</summary>
    internal static bool MustWait(CaseLook look, string key) =>
        look.State.Steps.GetValueOrDefault(key) is { Status: StepStatus.Open } step && Signers(step).Any();

    private static IEnumerable<SideTask> Signers(StepState step) => step.Sides.Where(t => t is { Kind: SideKind.After, Recalled: null });

    /// <summary>Puts an outcome before the signers; guards and payload checks have been passed.</summary>
    internal static void Propose(CaseTurn turn, Complete command) =>
        turn.Apply(new StepProposed(command.Step, new Proposal(command, turn.Stamp.Actor, turn.Stamp.For) { On = turn.On }));

    /// <summary>Goes on after a signature: back to the holder when one did not agree or the outcome is not allowed any more, on with the outcome when all agreed.</summary>
    internal static void Settle(CaseTurn turn, string key)
    {
        var step = turn.State.Steps[key];
        if (step.Proposed is not { } proposal)
            return;
        var signers = Signers(step).ToList();
        if (signers.Exists(t => t.Reply is { Agrees: false }))
            turn.Apply(new StepProposalReturned(key));
        else if (signers.TrueForAll(t => t.Reply is not null))
            Carry(turn, key, proposal);
    }

    private static void Carry(CaseTurn turn, string key, Proposal proposal)
    {
        if (Completion.Carry(turn, (WorkNode)turn.Process.Find(key)!, proposal) is { } notNow)
            turn.Apply(new StepProposalReturned(key) { Because = notNow.Code });
    }
}

using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Closes an open step without an outcome, with its clock and its pauses.</summary>
internal static class Withdrawal
{
    internal static void Withdraw(CaseTurn turn, string key, PutAside cause, DateOnly on)
    {
        // A step that has its outcome keeps it: only what was to follow is cut off.
        turn.Together(() =>
        {
            turn.Apply(turn.State.Steps[key].Status == StepStatus.Following ? new StepFinished(key) : new StepWithdrawn(key, cause, on));
            Calling.OnEnded(turn, key);
        });
    }

    /// <summary>Closes every step that still runs.</summary>
    internal static void WithdrawAll(CaseTurn turn, PutAside cause)
    {
        foreach (var step in turn.State.Steps.Values.Where(s => turn.IsAtWorkAt(s.Key)).ToList())
            Withdraw(turn, step.Key, cause, turn.On);
    }

    /// <summary>Closes those of some nodes that still run.</summary>
    internal static void WithdrawAll(CaseTurn turn, IEnumerable<Node> nodes, PutAside cause, DateOnly on)
    {
        foreach (var open in nodes.Where(n => turn.IsAtWorkAt(n.Id)))
            Withdraw(turn, open.Id, cause, on);
    }
}

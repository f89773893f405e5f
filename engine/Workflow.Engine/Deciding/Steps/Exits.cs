using System.Diagnostics;
using Workflow.Engine.Deciding.Movement;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>The three ways on: back, leave, end.</summary>
internal static class Exits
{
    /// <summary>Returns the outcome that runs: the one asked for, or, when its way back is used up, the one named for that.</summary>
    internal static OutcomeRule Resolve(CaseLook look, Node node, OutcomeRule asked) =>
        asked.Exit is BackExit { AtMost: { } most, Otherwise: { } otherwise } && TimesTaken.Back(look, node.Id, asked) >= most
            ? Outline.Bodies(node).Single(o => o.Id == otherwise)
            : asked;

    internal static Progress Take(CaseTurn turn, Node node, string key, OutcomeRule body)
    {
        switch (body.Exit)
        {
            case BackExit back:
                Back(turn, key, body.Id, back);
                return Progress.Jumped;
            case LeaveExit leave:
                Leave(turn, leave.Block);
                return Progress.Jumped;
            case EndExit end:
                Conclude(turn, end.Result);
                return Progress.Jumped;
            case null:
                turn.Apply(new StepFinished(key));
                StraightBack.OnDone(turn, key);
                return Progress.Done;
            default:
                throw new UnreachableException($"No answer for {body.Exit.GetType().Name}.");
        }
    }

    private static void Back(CaseTurn turn, string key, string outcome, BackExit back)
    {
        Supersession.Back(turn, key, outcome, back);
        // An any-time step stands outside the list it sends back, and is finished with that.
        if (turn.Run(key)?.Status == StepStatus.Following)
            turn.Apply(new StepFinished(key));
    }

    /// <summary>Ends the work: no task, no handling clock. Without after-care the case is closed at once. Where cases that it called still run, it is concluded when they are.</summary>
    internal static void Conclude(CaseTurn turn, string result)
    {
        // What is suspended is the work, and that has ended.
        if (turn.State.Suspended is not null)
            turn.Apply(new CaseResumed(turn.On));
        Withdrawal.WithdrawAll(turn, PutAside.Ended);
        if (Calling.HoldConclusion(turn, result))
            return;
        turn.Apply(new CaseConcluded(result, turn.On));
        if (turn.Definition.After.IsEmpty)
            AfterCare.Close(turn);
    }

    private static void Leave(CaseTurn turn, string block)
    {
        Withdrawal.WithdrawAll(turn, Outline.Lists(turn.Process.Find(block)!).SelectMany(Outline.All), PutAside.Left, turn.On);
        turn.Apply(new StepFinished(block));
        StraightBack.OnDone(turn, block);
    }
}

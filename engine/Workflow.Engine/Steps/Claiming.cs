using Workflow.Engine.Cases;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Steps;

/// <summary>Takes a task that several may act on, and gives it back.</summary>
internal static class Claiming
{
    internal static Refusal? Claim(CaseTurn turn, Claim command)
    {
        if (MayClaim(turn, command.Step) is { } refusal) return refusal;
        turn.Apply(new StepClaimed(command.Step, turn.Stamp.For ?? turn.Stamp.Actor));
        return null;
    }

    internal static Refusal? Release(CaseTurn turn, Release command)
    {
        if (MayRelease(turn, command.Step) is { } refusal) return refusal;
        turn.Apply(new StepReleased(command.Step));
        return null;
    }

    internal static Refusal? MayClaim(CaseTurn turn, string key)
    {
        if (turn.State.Steps.GetValueOrDefault(key) is not { Status: StepStatus.Open } step) return new Refusal("step.not_open", $"Expected {Naming.Step(turn, key)} to be open, but it is not.");
        if (StepGuards.MustBeOpen(turn, key) is { } closed) return closed;
        if (turn.Process.Find(key) is JointNode) return new Refusal("step.joint", $"Expected a step of one post, but {Naming.Step(turn, key)} is answered by several.", "answer for your office");
        return step.ClaimedBy == turn.Stamp.Actor
            ? new Refusal("step.claimed", $"Expected {Naming.Step(turn, key)} to be free, but you have claimed it already.")
            : StepGuards.MustBeYours(turn, key);
    }

    internal static Refusal? MayRelease(CaseTurn turn, string key) =>
        turn.State.Steps.GetValueOrDefault(key) is { Status: StepStatus.Open, ClaimedBy: { } holder } && (holder == turn.Stamp.Actor || holder == turn.Stamp.For)
            ? null
            : new Refusal("step.not_claimed", $"Expected {Naming.Step(turn, key)} to be claimed by {turn.Stamp.Actor}, but it is not.");
}

using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Steps;

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
        if (turn.Process.Find(command.Step) is JointNode) return ReleaseAnswer(turn, command);
        if (MayRelease(turn, command.Step) is { } refusal) return refusal;
        turn.Apply(new StepReleased(command.Step));
        return null;
    }

    private static Refusal? ReleaseAnswer(CaseTurn turn, Release command)
    {
        if (MayReleaseAnswer(turn, command.Step, command.Participant) is { } refusal) return refusal;
        var mine = Given(turn, command.Step, command.Participant).ToList();
        if (mine.Count > 1) return new Refusal("step.participant_unclear", $"Expected one answer, but {turn.Stamp.Actor} may give back {string.Join(" and ", mine)}.", "name the participant");
        turn.Apply(new StepReleased(command.Step) { Participant = mine[0] });
        return null;
    }

    /// <summary>Whether the actor may give back an answer of a joint review that a rule gave to them.</summary>
    internal static Refusal? MayReleaseAnswer(CaseLook look, string key, string? participant) =>
        Given(look, key, participant).Any() ? null : new Refusal("step.not_claimed", $"Expected an answer at {Quoted.Step(look, key)} that was given to {look.Stamp.Actor} and is still waited for, but there is none.");

    /// <summary>The participants of a joint review whose answers a rule gave to the actor, or to the one acted for, and that are still waited for.</summary>
    internal static IEnumerable<string> Given(CaseLook look, string key, string? participant = null) =>
        look.State.Steps.GetValueOrDefault(key) is not { Status: StepStatus.Open } step ? []
        : from given in step.Chosen
          where participant is null || given.Participant == participant
          where (given.Person == look.Stamp.Actor || given.Person == look.Stamp.For) && step.Answers.All(a => a.Participant != given.Participant)
          where step.Entitled.Any(e => e.Key == given.Participant && e.Person == given.Person)
          select given.Participant;

    internal static Refusal? MayClaim(CaseLook look, string key)
    {
        if (look.State.Steps.GetValueOrDefault(key) is not { Status: StepStatus.Open } step) return new Refusal("step.not_open", $"Expected {Quoted.Step(look, key)} to be open, but it is not.");
        if (StepGuards.MustBeOpen(look, key) is { } closed) return closed;
        if (look.Process.Find(key) is JointNode) return new Refusal("step.joint", $"Expected a step of one post, but {Quoted.Step(look, key)} is answered by several.", "answer for your office");
        return step.ClaimedBy == look.Stamp.Actor
            ? new Refusal("step.claimed", $"Expected {Quoted.Step(look, key)} to be free, but you have claimed it already.")
            : StepGuards.MustBeYours(look, key);
    }

    internal static Refusal? MayRelease(CaseLook look, string key) =>
        look.State.Steps.GetValueOrDefault(key) is { Status: StepStatus.Open, ClaimedBy: { } holder } && (holder == look.Stamp.Actor || holder == look.Stamp.For)
            ? null
            : new Refusal("step.not_claimed", $"Expected {Quoted.Step(look, key)} to be claimed by {look.Stamp.Actor}, but it is not.");
}

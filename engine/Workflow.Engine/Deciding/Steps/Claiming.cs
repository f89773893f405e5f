using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Takes a task that several may act on, and gives it back.</summary>
internal static class Claiming
{
    internal static Operation ClaimOperation { get; } =
        Operation.Of<Claim>(Claim, (look, c) => BuiltOn.Opened(look, c.Step)) with
        {
            AtTask = (look, node, step) =>
                IsOfOnePost(look, node, step) ? [ActionOffer.At("claim", step.Key, MayClaim(look, step.Key))] : [],
        };

    internal static Operation ReleaseOperation { get; } =
        Operation.Of<Release>(Release, (look, c) => BuiltOn.Opened(look, c.Step)) with
        {
            AtTask = Releases,
        };

    private static bool IsOfOnePost(CaseLook look, WorkNode node, StepState step) =>
        step.Status == StepStatus.Open && (node is not JointNode || StepGuards.Who(look, step.Key).Any(e => e.Key == VoteRule.HeadKey));

    private static IEnumerable<ActionOffer> Releases(CaseLook look, WorkNode node, StepState step)
    {
        if (step.Status != StepStatus.Open)
            yield break;
        if (IsOfOnePost(look, node, step))
            yield return ActionOffer.At("release", step.Key, MayRelease(look, step.Key));
        foreach (var given in step.Chosen.Select(c => c.Participant!).Distinct())
            yield return ActionOffer.At("release", step.Key, MayReleaseAnswer(look, step.Key, given), given);
    }

    internal static Refusal? Claim(CaseTurn turn, Claim command)
    {
        if (MayClaim(turn, command.Step) is { } refusal)
            return refusal;
        Leavers.GiveBack(turn, command.Step);
        turn.Apply(new StepClaimed(command.Step, turn.Stamp.For ?? turn.Stamp.Actor));
        return null;
    }

    internal static Refusal? Release(CaseTurn turn, Release command)
    {
        if (turn.Process.Find(command.Step) is JointNode)
            return ReleaseAnswer(turn, command);
        if (MayRelease(turn, command.Step) is { } refusal)
            return refusal;
        turn.Apply(new StepReleased(command.Step));
        return null;
    }

    private static Refusal? ReleaseAnswer(CaseTurn turn, Release command)
    {
        if (MayReleaseAnswer(turn, command.Step, command.Participant) is { } refusal)
            return refusal;
        var mine = Given(turn, command.Step, command.Participant).ToList();
        if (mine.Count > 1)
            return StepRefusals.ParticipantUnclear(Naming.Actor(turn), mine.Select(p => Naming.Participant(turn, command.Step, p)));
        turn.Apply(new StepReleased(command.Step) { Participant = mine[0] });
        return null;
    }

    /// <summary>Whether the actor may give back an answer of a joint review that a rule gave to them.</summary>
    internal static Refusal? MayReleaseAnswer(CaseLook look, string key, string? participant) =>
        Given(look, key, participant).Any()
            ? null
            : StepRefusals.NotClaimed(StepRefusals.AnyAnswer(Naming.Step(look, key)), Naming.Actor(look));

    /// <summary>The participants of a joint review whose answers a rule gave to the actor, or to the one acted for, and that are still waited for.</summary>
    internal static IEnumerable<string> Given(CaseLook look, string key, string? participant = null) =>
        look.Run(key) is not { Status: StepStatus.Open } step
            ? []
            : from given in step.Chosen
            where participant is null || given.Participant == participant
            where IsActors(look, given.Person) && step.Answers.All(a => a.Participant != given.Participant)
            where step.Entitled.Any(e => e.Key == given.Participant && e.Person == given.Person)
            select given.Participant;

    internal static Refusal? MayClaim(CaseLook look, string key)
    {
        if (!look.IsOpenAt(key))
            return StepRefusals.NotOpen(Naming.Step(look, key));
        if (StepGuards.MustBeOpen(look, key) is { } closed)
            return closed;
        if (look.Process.Find(key) is JointNode joint)
            return StepRefusals.Joint(Naming.Step(joint));
        return look.Run(key)!.ClaimedBy is { } holder && holder == Visitors.Doer(look)
            ? StepRefusals.ClaimedByYou(Naming.Step(look, key))
            : StepGuards.MustBeYours(look, key);
    }

    internal static Refusal? MayRelease(CaseLook look, string key) =>
        look.Run(key) is { Status: StepStatus.Open, ClaimedBy: { } holder } && IsActors(look, holder)
            ? null
            : StepRefusals.NotClaimed(StepRefusals.Whole(Naming.Step(look, key)), Naming.Actor(look));

    private static bool IsActors(CaseLook look, string holder) => Visitors.IsDoer(look, holder);
}

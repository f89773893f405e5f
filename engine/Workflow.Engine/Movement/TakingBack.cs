using System.Collections.Immutable;
using Workflow.Engine.Cases;
using Workflow.Engine.Clocks;
using Workflow.Engine.Documents;
using Workflow.Engine.Processes;
using Workflow.Engine.Steps;

namespace Workflow.Engine.Movement;

/// <summary>
/// Takes back one's own act until the next has acted 拿回: a rule about what is recorded, not a race. An outcome that closed
/// other work (by going back, leaving a block or ending the case) cannot be taken back, since that work is gone.
/// </summary>
internal static class TakingBack
{
    internal static Refusal? TakeBack(CaseTurn turn, TakeBack command) =>
        turn.Process.Find(command.Step) is JointNode && turn.State.Steps.GetValueOrDefault(command.Step)?.Status == StepStatus.Open
            ? Answer(turn, command)
            : Outcome(turn, command.Step);

    /// <summary>Whether the actor may take back the outcome of a step.</summary>
    internal static Refusal? MayTakeOutcome(CaseTurn turn, string key)
    {
        if (turn.State.Suspended is not null) return StepGuards.MustBeOpen(turn, key);
        // What led to the conclusion stands; in the after-care the rule is the same as before.
        if (!turn.IsOpen && !turn.Process.IsAfter(key)) return new Refusal("case.wrong_stage", $"Expected an open case, but {turn.State.Number} is concluded: {turn.State.Result}.");
        if (turn.State.Steps.GetValueOrDefault(key) is not { Status: StepStatus.Done or StepStatus.Following, Completed: { } done } step)
            return new Refusal("takeback.nothing", $"Expected an outcome of {Naming.Step(turn, key)} to take back, but there is none.");
        if (done.By != turn.Stamp.Actor && (done.For is null || done.For != turn.Stamp.Actor && done.For != turn.Stamp.For))
            return new Refusal("takeback.not_yours", $"Expected {done.By} to take back {Naming.Step(turn, key)}, but {turn.Stamp.Actor} is another.", "ask them, or return the case");
        return Deputyship.MustReach(turn, key) ?? MayUndo(turn, step) ?? (After(turn, turn.Process.PlaceOf(key)!).Select(k => turn.State.Steps[k]).FirstOrDefault(s => s.Revision > step.Revision) is { } acted
            ? new Refusal("takeback.acted", $"Expected nobody to have acted since {Naming.Step(turn, key)}, but {Naming.Step(turn, acted.Key)} was touched.", "ask the next to return the case")
            : null);
    }

    /// <summary>Whether an outcome closed nothing else and nothing that followed from it was served.</summary>
    internal static Refusal? MayUndo(CaseTurn turn, StepState step)
    {
        var (key, place, done) = (step.Key, turn.Process.PlaceOf(step.Key)!, step.Completed!);
        if (place.AnyTime || place.Node is not StepNode node || node.Outcomes.Single(o => o.Id == done.Outcome).Exit is not null || place.Around.Any(p => IsFinished(turn, p.Node.Id)))
            return new Refusal("takeback.final", $"Expected an outcome of {Naming.Step(turn, key)} that closed nothing else, but {done.Outcome} did.", "return the case instead");
        return Serving.StandsInTheWay(turn, After(turn, place).Append(key), key);
    }

    /// <summary>Whether the actor may take back an answer in a joint review that is still open.</summary>
    internal static Refusal? MayTakeAnswer(CaseTurn turn, string key, string? participant)
    {
        if (StepGuards.MustBeOpen(turn, key) is { } closed) return closed;
        var mine = Mine(turn, key, participant).ToList();
        if (Deputyship.MustReach(turn, key) is { } beyond) return beyond;
        if (mine.Count == 0) return new Refusal("takeback.nothing", $"Expected an answer of {turn.Stamp.Actor} at {Naming.Step(turn, key)} to take back, but there is none.");
        return mine.Exists(a => IsLast(turn, key, a)) ? null : new Refusal("takeback.acted", $"Expected nobody to have answered after {turn.Stamp.Actor} at {Naming.Step(turn, key)}, where they answer in order, but somebody did.");
    }

    private static Refusal? Answer(CaseTurn turn, TakeBack command)
    {
        if (MayTakeAnswer(turn, command.Step, command.Participant) is { } refusal) return refusal;
        var mine = Mine(turn, command.Step, command.Participant).Where(a => IsLast(turn, command.Step, a)).ToList();
        if (mine.Count > 1) return new Refusal("step.participant_unclear", $"Expected one answer, but {turn.Stamp.Actor} answered for {string.Join(" and ", mine.Select(a => a.Participant))}.", "name the participant");
        turn.Apply(new AnswerTakenBack(command.Step, mine[0].Participant));
        ParticipantClocks.Follow(turn, command.Step);
        return null;
    }

    private static Refusal? Outcome(CaseTurn turn, string key)
    {
        if (MayTakeOutcome(turn, key) is { } refusal) return refusal;
        var step = turn.State.Steps[key];
        Undo(turn, step, turn.Stamp.Actor, "taken back");
        return null;
    }

    /// <summary>Opens the same run of a step again; what followed from its outcome is closed, void and unmarked, and its own clock runs on.</summary>
    internal static void Undo(CaseTurn turn, StepState step, string? by, string cause)
    {
        var place = turn.Process.PlaceOf(step.Key)!;
        var (gone, marked) = (After(turn, place), turn.State.Moments.Where(m => m.Value.Step == step.Key).Select(m => m.Key).ToImmutableArray());
        if (!gone.IsEmpty) Supersession.Supersede(turn, step.Key, step.Key, null, gone, [], null);
        Voiding.Void(turn, d => d.Issued.Step == step.Key, cause);
        foreach (var moment in marked) turn.Apply(new MomentUnmarked(moment));
        Materials.Promising.OnUndone(turn, step.Key);
        turn.Apply(new StepTakenBack(step.Key, by, turn.On));
        ClockKeeper.OnUndone(turn, step.Key, marked);
        if (place.Node is WorkNode { Ground: { } ground }) Pausing.OnOpened(turn, ground, step.Key, turn.Today);
    }

    private static bool IsFinished(CaseTurn turn, string id) => turn.State.Steps.GetValueOrDefault(id)?.Status is not (StepStatus.Open or StepStatus.Following);

    // Everything that comes after a step: in its own list, in its outcomes, and after the blocks around it.
    private static ImmutableArray<string> After(CaseTurn turn, Place place)
    {
        var later = place.Around.Prepend(place).SelectMany(p => p.List.SkipWhile(n => n.Id != p.Node.Id).Skip(1)).Concat(Outline.Bodies(place.Node).SelectMany(o => o.Steps));
        var ids = Outline.All(later).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return [.. turn.State.Steps.Keys.Where(k => ids.Contains(PublishedProcess.IdOf(k)))];
    }

    private static IEnumerable<GivenAnswer> Mine(CaseTurn turn, string key, string? participant) =>
        turn.State.Steps.GetValueOrDefault(key)?.Answers.Where(a => (a.By == turn.Stamp.Actor || a.By == turn.Stamp.For) && (participant is null || a.Participant == participant)) ?? [];

    private static bool IsLast(CaseTurn turn, string key, GivenAnswer answer) =>
        turn.Process.Find(key) is not JointNode { Vote.InOrder: true } || turn.State.Steps[key].Answers[^1] == answer;
}

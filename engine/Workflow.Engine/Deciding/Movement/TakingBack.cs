using System.Collections.Immutable;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Materials;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>
/// Takes back one's own act until the next has acted 拿回: a rule about what is recorded, not a race. An outcome that closed
/// other work (by having gone back, left a block or ended the case) cannot be taken back, since that work is gone.
/// </summary>
internal static class TakingBack
{
    internal static Refusal? TakeBack(CaseTurn turn, TakeBack command) =>
        turn.Process.Find(command.Step) is JointNode && turn.State.Steps.GetValueOrDefault(command.Step)?.Status == StepStatus.Open
            ? Answer(turn, command)
            : Outcome(turn, command.Step);

    /// <summary>Whether the actor may take back the outcome of a step.</summary>
    internal static Refusal? MayTakeOutcome(CaseLook look, string key)
    {
        if (look.State.Suspended is not null) return StepGuards.MustBeOpen(look, key);
        // What led to the conclusion stands; in the after-care the rule is the same as before.
        if (!look.IsOpen && !look.Process.IsAfter(key)) return new Refusal("case.wrong_stage", $"Expected an open case, but {look.State.Number} is concluded: {look.State.Result}.");
        if (look.State.Steps.GetValueOrDefault(key) is not { Status: StepStatus.Done or StepStatus.Following, Completed: { } done } step)
            return new Refusal("takeback.nothing", $"Expected an outcome of {Quoted.Step(look, key)} to take back, but there is none.");
        if (look.Process.Find(key) is JointNode && Stamp.NamesRule(done.By))
            return new Refusal("takeback.not_yours", $"Expected an outcome that one person gave, but the result of {Quoted.Step(look, key)} follows from all answers.", "return the case instead");
        if (done.By != look.Stamp.Actor && (done.For is null || done.For != look.Stamp.Actor && done.For != look.Stamp.For))
            return new Refusal("takeback.not_yours", $"Expected {done.By} to take back {Quoted.Step(look, key)}, but {look.Stamp.Actor} is another.", "ask them, or return the case");
        return Deputyship.MustReach(look, key) ?? MayUndo(look, step) ?? (After(look, look.Process.PlaceOf(key)!).Select(k => look.State.Steps[k]).FirstOrDefault(s => s.Revision > step.Revision) is { } acted
            ? new Refusal("takeback.acted", $"Expected nobody to have acted since {Quoted.Step(look, key)}, but {Quoted.Step(look, acted.Key)} was touched.", "ask the next to return the case")
            : null);
    }

    /// <summary>Whether an outcome closed nothing else and nothing that followed from it was served.</summary>
    internal static Refusal? MayUndo(CaseLook look, StepState step)
    {
        var place = look.Process.PlaceOf(step.Key)!;
        return Final(look, place, step) is { } why
            ? new Refusal("takeback.final", why, "return the case instead")
            : Serving.StandsInTheWay(look, After(look, place).Append(step.Key), step.Key);
    }

    // Why an outcome stands; null where it may be undone. A way back, out of a block or to the end closes work only when it is
    // taken, which is after the steps that the outcome leads to.
    private static string? Final(CaseLook look, Place place, StepState step)
    {
        var (name, done) = (Quoted.Step(look, step.Key), step.Completed!);
        if (place.AnyTime) return $"Expected a step in the order of the process, but {name} is done at any time, and what came after does not follow from it.";
        if (place.Node is not (StepNode or JointNode)) return $"Expected an outcome that a person chose, but that of {name} was not chosen.";
        if (step.Status != StepStatus.Following && ((WorkNode)place.Node).Outcomes.Single(o => o.Id == done.Outcome).Exit is not null)
            return $"Expected an outcome of {name} that closed nothing else, but {done.Outcome} did.";
        return place.Around.FirstOrDefault(p => IsFinished(look, p.Node.Id)) is { } block ? $"Expected {Quoted.Step(look, block.Node.Id)} around {name} to run still, but it has ended." : null;
    }

    /// <summary>Whether the actor may take back an answer in a joint review that is still open.</summary>
    internal static Refusal? MayTakeAnswer(CaseLook look, string key, string? participant)
    {
        if (StepGuards.MustBeOpen(look, key) is { } closed) return closed;
        var mine = Mine(look, key, participant).ToList();
        if (Deputyship.MustReach(look, key) is { } beyond) return beyond;
        if (mine.Count == 0) return new Refusal("takeback.nothing", $"Expected an answer of {look.Stamp.Actor} at {Quoted.Step(look, key)} to take back, but there is none.");
        return mine.Exists(a => IsLast(look, key, a)) ? null : new Refusal("takeback.acted", $"Expected nobody to have answered after {look.Stamp.Actor} at {Quoted.Step(look, key)}, where they answer in order, but somebody did.");
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
        var (gone, marked) = (After(turn, place).AddRange(Whole(turn, place, step)), turn.State.Moments.Where(m => m.Value.Step == step.Key).Select(m => m.Key).ToImmutableArray());
        if (!gone.IsEmpty) Supersession.Supersede(turn, step.Key, step.Key, null, gone, [], null);
        Voiding.Void(turn, d => d.Issued.Step == step.Key, cause);
        foreach (var moment in marked) turn.Apply(new MomentUnmarked(moment));
        Promising.OnUndone(turn, step.Key);
        turn.Apply(new StepTakenBack(step.Key, by, turn.On));
        ClockKeeper.OnUndone(turn, step.Key, marked);
        if (place.Node is WorkNode { Ground: { } ground }) Pausing.OnOpened(turn, ground, step.Key, turn.Today);
    }

    // Of a step that opens once per row the whole is no longer finished: with the row it comes to an end again.
    private static IEnumerable<string> Whole(CaseLook look, Place place, StepState step) =>
        step.Key != place.Node.Id && look.State.Steps.GetValueOrDefault(place.Node.Id) is { Status: StepStatus.Done or StepStatus.Following } ? [place.Node.Id] : [];

    private static bool IsFinished(CaseLook look, string id) => look.State.Steps.GetValueOrDefault(id)?.Status is not (StepStatus.Open or StepStatus.Following);

    // Everything that comes after a step: in its own list, in its outcomes, and after the blocks around it.
    private static ImmutableArray<string> After(CaseLook look, Place place)
    {
        var later = place.Around.Prepend(place).SelectMany(p => p.List.SkipWhile(n => n.Id != p.Node.Id).Skip(1)).Concat(Outline.Bodies(place.Node).SelectMany(o => o.Steps));
        var ids = Outline.All(later).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return [.. look.State.Steps.Keys.Where(k => ids.Contains(PublishedProcess.IdOf(k)))];
    }

    private static IEnumerable<GivenAnswer> Mine(CaseLook look, string key, string? participant) =>
        look.State.Steps.GetValueOrDefault(key)?.Answers.Where(a => (a.By == look.Stamp.Actor || a.By == look.Stamp.For) && (participant is null || a.Participant == participant)) ?? [];

    private static bool IsLast(CaseLook look, string key, GivenAnswer answer) =>
        look.Process.Find(key) is not JointNode { Vote.InOrder: true } || look.State.Steps[key].Answers[^1] == answer;
}

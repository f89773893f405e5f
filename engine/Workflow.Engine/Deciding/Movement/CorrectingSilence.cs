using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>
/// Reverses what took effect by silence, because an act in time was not recorded: the outcome of a step or of a joint review,
/// or what the silence of one participant of a joint review meant, and with it the result that followed.
/// </summary>
internal static class CorrectingSilence
{
    internal static Refusal? Correct(CaseTurn turn, CorrectSilence command)
    {
        if (MayCorrect(turn, command.Clock) is { } refusal) return refusal;
        if (Grounds.Check(command.Document, command.Reasons, "reversing an outcome by silence") is { } missing) return missing;
        var clock = turn.State.Clocks[command.Clock];
        var step = turn.State.Steps[clock.Step!];
        turn.Apply(new SilenceCorrected(clock.Id, step.Key, clock.Participant is { } silent ? Meant(step, silent)! : step.Outcome!, command.Document, command.Reasons) { Participant = clock.Participant });
        if (step.Completed is not null) TakingBack.Undo(turn, step, null, "silence corrected");
        ParticipantClocks.Follow(turn, step.Key);
        ClockKeeper.OnSilenceCorrected(turn, clock);
        return null;
    }

    /// <summary>Whether the actor may reverse what a clock's rule did: the head of the leading office, in the latest run, while nothing was served after it.</summary>
    internal static Refusal? MayCorrect(CaseLook look, string id)
    {
        if (Actors.MustLead(look, "reverse an outcome by silence") is { } notYours) return notYours;
        if (look.State.Clocks.GetValueOrDefault(id) is not { Status: ClockStatus.Elapsed, Step: { } key } clock)
            return None(id, "it has not");
        if (look.State.Steps.GetValueOrDefault(key) is not { Status: not StepStatus.Withdrawn } step || StepKeys.Clock(clock.Participant is { } who ? $"{key}/{who}" : key, step.Instance) != id)
            return None(id, $"that run of {Quoted.Step(look, key)} was put aside since");
        if (clock.Participant is { } silent && Meant(step, silent) is null) return None(id, $"{silent} has answered since");
        if (clock.Participant is not null && step.Completed is null) return null;
        if (!Stamp.NamesRule(step.Completed!.By)) return None(id, $"{step.Completed.By} decided {Quoted.Step(look, key)}");
        return clock.Participant is not null && Silence.Ended(look, step) is { } whole
            ? new Refusal("silence.whole", $"Expected {Quoted.Step(look, key)} to have come to its result by answers, but its own period ended on {whole.DueOn:yyyy-MM-dd} and {step.Outcome} took effect by rule.", $"correct '{whole.Id}' first")
            : TakingBack.MayUndo(look, step);
    }

    /// <summary>What silence ended has no step to open again while the case is concluded: an order opens the case, and only then.</summary>
    internal static Refusal Concluded(CaseLook look, CorrectSilence command)
    {
        var step = look.State.Clocks.GetValueOrDefault(command.Clock)?.Step;
        var at = step is not null && Reopening.Targets(look).Contains(step) ? $" at '{step}'" : "";
        return new Refusal("case.wrong_stage", $"Expected an open case, but {look.State.Number} is concluded: {look.State.Result}.", $"let the case be opened again{at} by the order (reopen), or the decision be revoked by it (revoke)");
    }

    private static Refusal None(string id, string why) => new("silence.none", $"Expected '{id}' to have ended in an outcome by silence, but {why}.");

    // What the rule wrote for a silent participant; null where nothing of it stands.
    private static string? Meant(StepState step, string silent) =>
        step.Uncounted.Any(u => u.Participant == silent) ? Participant.NotCounted
        : step.Answers.FirstOrDefault(a => a.Participant == silent && Stamp.NamesRule(a.By))?.Choice;
}

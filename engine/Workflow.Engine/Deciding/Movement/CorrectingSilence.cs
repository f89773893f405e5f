using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Clocks;
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
    internal static Operation Operation { get; } =
        Operation.Of<CorrectSilence>(Correct, BuildsOn) with
        {
            OfCase = Offers,
            When = Operation.CaseStanding.Open,
        };

    private static BuiltOn? BuildsOn(CaseLook look, CorrectSilence command) =>
        look.State.Clocks.GetValueOrDefault(command.Clock) is { EndedOn: { } ended } clock
            ? new BuiltOn(ended, CaseRefusals.ClockEnded(Naming.Clock(look, clock)))
            : null;

    private static IEnumerable<ActionOffer> Offers(CaseLook look) =>
        look
            .State.Clocks.Values.Where(c => c.Status == ClockStatus.Elapsed && ClockNames.Of(look.State, c.Id) == c.Id)
            .Select(c => new ActionOffer("correct-silence", c.Id, null, Naming.Clock(look, c), MayCorrect(look, c.Id)));

    internal static Refusal? Correct(CaseTurn turn, CorrectSilence command)
    {
        if (MayCorrect(turn, command.Clock) is { } refusal)
            return refusal;
        if (ByOrder.Check(command.Document, command.Reasons, Acts.CorrectSilence) is { } missing)
            return missing;
        var clock = turn.State.Clocks[command.Clock];
        var step = turn.State.Steps[clock.Step!];
        turn.Apply(Corrected(clock, step, command));
        if (step.Completed is not null)
            Undoing.Undo(turn, step, null, PutAside.SilenceCorrected);
        ParticipantClocks.Follow(turn, step.Key);
        ClockKeeper.OnSilenceCorrected(turn, clock);
        return null;
    }

    private static SilenceCorrected Corrected(ClockState clock, StepState step, CorrectSilence command)
    {
        var meant = clock.Participant is { } silent ? Meant(step, silent)! : step.Outcome!;
        return new SilenceCorrected(clock.Id, step.Key, meant, command.Document, command.Reasons) { Participant = clock.Participant };
    }

    /// <summary>
    /// Whether the actor may reverse what a clock's rule did: the head of the leading office, in the latest run, while nothing was
    /// served after it.
    /// </summary>
    internal static Refusal? MayCorrect(CaseLook look, string id)
    {
        if (Actors.MustLead(look) is { } notYours)
            return notYours;
        if (look.State.Clocks.GetValueOrDefault(id) is not { Status: ClockStatus.Elapsed, Step: { } key } clock)
            return SilenceRefusals.None(Naming.Clock(look, id));
        if (look.State.Steps.GetValueOrDefault(key) is not { Status: not StepStatus.Withdrawn } step || IdNow(clock, step) != id)
            return SilenceRefusals.PutAside(Naming.Clock(look, clock), Naming.Step(look, key));
        return MustStand(look, clock, step) ?? (step.Completed is null ? null : MayUndo(look, clock, step));
    }

    /// <summary>What silence ended has no step to open again while the case is concluded: an order opens the case, and only then.</summary>
    internal static Refusal Concluded(CaseLook look, CorrectSilence command)
    {
        var result = Naming.Result(look);
        return look.State.Clocks.GetValueOrDefault(command.Clock)?.Step is { } step && Reopening.Targets(look).Contains(step)
            ? SilenceRefusals.ConcludedAt(look.State.Number, result, Naming.Step(look, step))
            : SilenceRefusals.Concluded(look.State.Number, result);
    }

    // The id that the clock of the step's latest run has.
    private static string IdNow(ClockState clock, StepState step) => $"{new ClockKey(step.Key, clock.Participant, step.Instance)}";

    // Who was silent may have answered since.
    private static Refusal? MustStand(CaseLook look, ClockState clock, StepState step) =>
        clock.Participant is { } silent && Meant(step, silent) is null
            ? SilenceRefusals.Answered(Naming.Clock(look, clock), Naming.OnRoll(look, step, silent))
            : null;

    private static Refusal? MayUndo(CaseLook look, ClockState clock, StepState step)
    {
        var name = Naming.Step(look, step.Key);
        if (step.Completed!.By is not RuleActor)
            return SilenceRefusals.Decided(Naming.Clock(look, clock), name, Naming.Person(look, step.Completed.By));
        return clock.Participant is not null && Silence.Ended(look, step) is { } whole
            ? SilenceRefusals.Whole(name, Naming.Clock(look, whole), whole.DueOn, Naming.Outcome(look, step.Key, step.Outcome!))
            : Undoing.MayUndo(look, step);
    }

    // What the rule wrote for a silent participant; null where nothing of it stands.
    private static string? Meant(StepState step, string silent) =>
        step.Uncounted.Any(u => u.Participant == silent)
            ? Participant.NotCounted
            : step.Answers.FirstOrDefault(a => a.Participant == silent && a.By is RuleActor)?.Choice;
}

using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Deciding.Materials;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>What an event does to the clocks of its case. What it ends has ended before it is told; what it starts starts after it.</summary>
/// <param name="Before">Runs before the event; null for nothing.</param>
/// <param name="After">Runs after the event; null for nothing.</param>
internal sealed record ClockReaction(Action<CaseTurn>? Before, Action<CaseTurn>? After)
{
    internal static ClockReaction None { get; } = new(null, null);
}

/// <summary>
/// What follows from events for the clocks, in one table that <see cref="CaseTurn.Apply"/> asks: whoever applies an event
/// has nothing to remember. Four things are not in it, because more than an event decides them: whose turn it is in a joint
/// review is known once the answers are counted (<see cref="ParticipantClocks.Follow"/>); a promise states the last day of
/// its clock, which therefore starts before it (<see cref="Promising.Promise"/>); a length that an outcome sets is set when
/// all that ran inside its step has ended (<see cref="SetLengths.OnTold"/>); and a silence that is corrected, and a move to
/// another definition, have their last word on the clocks after everything else of the operation.
/// </summary>
internal static class ClockReactions
{
    internal static ClockReaction To(CaseEvent happened) =>
        happened switch
        {
            CaseLodged => After(ClockKeeper.OnLodged),
            StepOpened e => After(turn => Opened(turn, e.Step)),
            AnswerGiven e => Before(turn => ClockKeeper.OnAnswered(turn, e.Step, e.Given.Participant, e.Given.On)),
            StepCompleted e => After(turn => Ended(turn, e.Step, e.On, StopCause.Outcome, e.Outcome)),
            StepWithdrawn e => After(turn => Ended(turn, e.Step, e.On, StopCause.Withdrawn)),
            StepFinished e => After(turn => Ended(turn, e.Step, turn.On, StopCause.Left)),
            StepsSuperseded { Cause: PutAside.Reopened } => After(turn => ClockKeeper.OnReopened(turn, Unmarked(turn))),
            StepsSuperseded => After(turn => ClockKeeper.OnUnmarked(turn, Unmarked(turn))),
            StepTakenBack e => After(turn => TakenBack(turn, e.Step)),
            StepReopened => Before(turn => ClockKeeper.OnUnmarked(turn, Unmarked(turn))),
            MomentMarked e => After(turn => ClockKeeper.OnMoment(turn, e.Moment, e.Day)),
            MaterialStood e when PromiseEnds(e) is { } cause => Before(turn => ClockKeeper.OnPromiseEnded(turn, e.Material, e.On, cause)),
            CaseConcluded => Before(ClockKeeper.OnConcluded),
            CaseClosed => Before(ClockKeeper.OnClosed),
            // A case that is taken over lives its lodging on the day that it had there.
            CaseAdopted or CaseMigrated or SilenceCorrected => ClockReaction.None,
            // What was unmarked counts when all of it is.
            MomentUnmarked or MaterialStood => ClockReaction.None,
            ClockStarted or ClockMoved or ClockStopped or ClockExpired or ClockEscalated or ClockLifted or ClockAwaitsCalendar =>
                ClockReaction.None,
            StepSkipped or StepClaimed or StepReleased or StepAssigned or StepUnattended or StepTransferred or StepJumped or StepAwaits =>
                ClockReaction.None,
            AnswerTakenBack or ParticipantUncounted or AttendanceRecorded or StepProposed or StepProposalReturned => ClockReaction.None,
            SideAsked or SideReplied or SideRecalled or IForTheRecord => ClockReaction.None,
            DocumentIssued { ValidUntil: not null } e => After(turn => ClockKeeper.OnIssued(turn, e.Document)),
            DocumentIssued => ClockReaction.None,
            CaseCalled or CalledCaseNamed or CallAbandoned or CallEnded or ConclusionAwaited => ClockReaction.None,
            CaseSuspended or CaseResumed or CaseReopened => ClockReaction.None,
            _ => throw new UnreachableException($"No clock reaction for {happened.GetType().Name}."),
        };

    private static ClockReaction Before(Action<CaseTurn> react) => new(react, null);

    private static ClockReaction After(Action<CaseTurn> react) => new(null, react);

    private static void Opened(CaseTurn turn, string key)
    {
        if (turn.Process.Find(key) is not WorkNode work || work.IsWhole(key))
            return;
        var step = turn.State.Steps[key];
        ClockKeeper.OnOpened(turn, work, step);
        if (work.Ground is { } ground)
            Pausing.OnOpened(turn, ground, key, step.OpenedOn);
    }

    private static void Ended(CaseTurn turn, string key, DateOnly on, StopCause cause, string? by = null)
    {
        ClockKeeper.OnStepEnded(turn, key, on, cause, by);
        Pausing.OnEnded(turn, key, on);
    }

    private static void TakenBack(CaseTurn turn, string key)
    {
        ClockKeeper.OnUndone(turn, key, Unmarked(turn));
        if (turn.Process.Find(key) is WorkNode { Ground: { } ground })
            Pausing.OnOpened(turn, ground, key, turn.Today);
    }

    // What came ends a promise, and so does the taking back of the act that took it; that a rule finds it unkept does not.
    private static StopCause? PromiseEnds(MaterialStood stood) =>
        stood.Standing switch
        {
            Standing.Received or Standing.Shared => StopCause.Received,
            Standing.Missing when stood.By is not RuleActor => StopCause.Withdrawn,
            Standing.Missing or Standing.Promised or Standing.Returned or Standing.Expired => null,
            _ => throw new UnreachableException($"No answer for {stood.Standing}."),
        };

    // The moments that this turn unmarked since it last put something aside.
    private static ImmutableArray<string> Unmarked(CaseLook look) =>
        [
            .. look
                .Events.Reverse()
                .SkipWhile(IsClosing)
                .TakeWhile(e => !IsClosing(e))
                .OfType<MomentUnmarked>()
                .Select(e => e.Moment)
                .Reverse(),
        ];

    private static bool IsClosing(CaseEvent happened) => happened is StepsSuperseded or StepTakenBack or StepReopened;
}

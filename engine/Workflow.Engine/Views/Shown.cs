using System.Diagnostics;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Views;

/// <summary>What a party sees of an event. Offices that take part, supervisors and auditors see each whole.</summary>
public enum Shown
{
    /// <summary>All of it: a public milestone.</summary>
    Whole,

    /// <summary>That it happened, without the words, opinions and choices of the office in it.</summary>
    InPart,

    /// <summary>Only where it is the party's own, or is said to be for all.</summary>
    Own,

    /// <summary>Only once the paper has come to the party.</summary>
    OnceServed,

    /// <summary>Only if it belongs to a clock that the party sees.</summary>
    OfSeenClock,

    /// <summary>Only once the case has its result.</summary>
    AfterResult,

    /// <summary>Never.</summary>
    Never,
}

/// <summary>Which views each event is in. Each has its place in one of the lists, so that a new one is never shown by accident.</summary>
public static class ShownEvents
{
    /// <summary>Returns what a party sees of an event.</summary>
    /// <exception cref="UnreachableException">Nobody said so: a bug.</exception>
    public static Shown ToParty(CaseEvent happened) =>
        happened switch
        {
            CaseLodged or CaseConcluded or CaseClosed or CaseResumed => Shown.Whole,
            StepSkipped or StepFinished or StepWithdrawn or StepAwaits or StepReopened => Shown.Whole,
            MaterialsChecked or MaterialStood or MomentMarked or MomentUnmarked => Shown.Whole,
            PartyConfirmed or PartyUnconfirmed or PartyAdded or CaseSuspended or CaseReopened or FormCorrected => Shown.InPart,
            DocumentIssued or DocumentVoided => Shown.OnceServed,
            CaseAdopted or CaseMigrated or StepOpened or StepCompleted or StepsSuperseded or StepTakenBack or SilenceCorrected =>
                Shown.InPart,
            CommentAdded or FileAttached or CopySent or Notified or Urged or DocumentServed => Shown.Own,
            StepClaimed or StepReleased or StepAssigned or StepTransferred or AnswerGiven or AnswerTakenBack => Shown.Own,
            SideAsked or SideReplied or SideRecalled => Shown.Own,
            ClockStarted or ClockMoved or ClockStopped or ClockExpired or ClockLifted or ClockAwaitsCalendar => Shown.OfSeenClock,
            LotsDrawn or LotsSealed or LotsRevealed or LotsRedrawn => Shown.AfterResult,
            StepUnattended or StepProposed or StepProposalReturned or StepJumped or ParticipantUncounted or AttendanceRecorded =>
                Shown.Never,
            ClockEscalated or Supervised => Shown.Never,
            CaseCalled or CalledCaseNamed or CallAbandoned or CallEnded or ConclusionAwaited => Shown.Never,
            _ => throw new UnreachableException($"Nobody said what a party sees of {happened.GetType().Name}."),
        };
}

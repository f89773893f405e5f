using System.Diagnostics;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>Which events people outside the case hear of. Each event has its place in one of the two lists, or says it on its record, so that a new one is never announced or kept back by accident.</summary>
internal static class Announcements
{
    internal static bool IsTold(CaseEvent happened) =>
        happened switch
        {
            CaseLodged or CaseAdopted or CaseSuspended or CaseResumed or CaseMigrated or CaseReopened or CaseConcluded => true,
            StepAssigned or StepTransferred or SideAsked or SideReplied or DocumentIssued or SilenceCorrected => true,
            ClockExpired or ClockEscalated or ClockAwaitsCalendar or ClockLifted => true,
            ClockMoved moved => IsNews(moved),
            ClockStarted or ClockStopped or MomentMarked or MomentUnmarked => false,
            StepOpened or StepSkipped or StepCompleted or StepFinished or StepWithdrawn => false,
            StepClaimed or StepReleased or StepUnattended => false,
            StepsSuperseded or StepTakenBack or StepAwaits or StepReopened or StepJumped or StepProposed or StepProposalReturned => false,
            AnswerGiven or AnswerTakenBack or ParticipantUncounted or AttendanceRecorded or SideRecalled or MaterialStood => false,
            IForTheRecord recorded => recorded.IsAnnounced,
            CaseCalled or CalledCaseNamed or CallAbandoned or CallEnded or ConclusionAwaited or CaseClosed => false,
            _ => throw new UnreachableException($"Nobody said whether people hear of {happened.GetType().Name}."),
        };

    // A new edition of the calendar that moves no day is nobody's news, and a clamp follows a change that was told.
    private static bool IsNews(ClockMoved moved) =>
        moved.Cause != ClockCause.Clamp && (moved.Cause != ClockCause.Calendar || moved.Was != moved.Clock.DueOn);
}

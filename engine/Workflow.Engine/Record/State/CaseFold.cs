using System.Diagnostics;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.State;

/// <summary>Applies events to a case's state. It only copies: every conclusion is in the event.</summary>
public static class CaseFold
{
    /// <summary>Returns the state after one entry: its events in order, and the entry counted.</summary>
    public static CaseState Apply(CaseState state, IEnumerable<CaseEvent> events, DateTimeOffset recordedAt) =>
        events.Aggregate(state, Apply) with
        {
            Entries = state.Entries + 1,
            LastAt = recordedAt,
        };

    /// <summary>Returns the state after one event of the entry that is being written.</summary>
    /// <exception cref="UnreachableException">The event is unknown: a bug.</exception>
    public static CaseState Apply(CaseState state, CaseEvent happened) =>
        happened switch
        {
            CaseLodged e => Lodged(state, e),
            StepOpened
            or StepSkipped
            or StepClaimed
            or StepReleased
            or StepAssigned
            or StepUnattended
            or AnswerGiven
            or StepCompleted
            or StepFinished
            or StepWithdrawn
            or StepsSuperseded
            or ParticipantUncounted
            or AttendanceRecorded => StepFold.Apply(state, happened),
            MaterialsChecked e => state with { Materials = state.Materials.Union(e.Received).Except(e.Missing) },
            LotsDrawn or LotsSealed or LotsRevealed or LotsRedrawn => LotsFold.Apply(state, happened),
            MomentMarked e => state with { Moments = state.Moments.SetItem(e.Moment, new MarkedMoment(e.Day, e.Step, state.Entries + 1)) },
            MomentUnmarked e => FirstMarks.Unmarked(state, e.Moment) with { Moments = state.Moments.Remove(e.Moment) },
            DocumentIssued or DocumentVoided or DocumentServed => PaperFold.Apply(state, happened),
            CommentAdded e => state with { Comments = state.Comments.Add(e) },
            FileAttached e => state with { Files = state.Files.Add(e), Materials = MaterialFold.Attached(state, e.Material) },
            CaseConcluded e => state with { Stage = CaseStage.Concluded, Result = e.Result, ConcludedOn = e.On, Concluding = null },
            CaseClosed => state with { Stage = CaseStage.Closed },
            CopySent e => state with
            {
                Informed = state.Informed.Union(e.To.Select(t => t.Person).OfType<string>().Where(p => !VisitorId.Is(p))),
            },
            CaseCalled or CalledCaseNamed or CallEnded or CallAbandoned or ConclusionAwaited => CallFold.Apply(state, happened),
            SideAsked or SideReplied or SideRecalled or StepProposed or StepProposalReturned or StepTransferred or Urged or Supervised =>
                PeopleFold.Apply(state, happened),
            StepTakenBack
            or AnswerTakenBack
            or StepAwaits
            or StepReopened
            or StepJumped
            or CaseSuspended
            or CaseResumed
            or CaseReopened
            or FormCorrected
            or SilenceCorrected => MovementFold.Apply(state, happened),
            PartyConfirmed or PartyUnconfirmed or PartyAdded => PeopleFold.Apply(state, happened),
            Notified e => state with { Notices = state.Notices.Add(e) },
            CaseMigrated e => MigrationFold.Apply(state, e),
            MaterialStood e => MaterialFold.Apply(state, e),
            CaseAdopted e => Adopted(state, e),
            ClockStarted or ClockMoved or ClockStopped or ClockExpired or ClockEscalated or ClockLifted or ClockAwaitsCalendar =>
                ClockFold.Apply(state, happened),
            _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
        };

    private static CaseState Lodged(CaseState state, CaseLodged e) => Begun(state, e) with { LodgedOn = e.On, Parent = e.Parent };

    private static CaseState Adopted(CaseState state, CaseAdopted e) =>
        Begun(state, e) with
        {
            LodgedOn = e.LodgedOn,
            Elsewhere = new Elsewhere(e.System, e.NumberThere, e.On),
        };

    private static CaseState Begun(CaseState state, ICaseBegins e) =>
        state with
        {
            Number = e.Number,
            Process = e.Process,
            Definition = e.Definition,
            Stage = CaseStage.Open,
            Calendar = e.Calendar,
            Offices = e.Offices,
            Parties = e.Parties,
            NamedTogether = PeopleFold.Together(e.Parties),
            Form = e.Form,
            Materials = [.. e.Materials],
        };
}

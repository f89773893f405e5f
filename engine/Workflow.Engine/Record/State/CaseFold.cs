using System.Collections.Immutable;
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
            StepOpened e => Opened(state, e),
            StepSkipped e => Put(state, new StepState { Key = e.Step, Status = StepStatus.Skipped }),
            StepClaimed e => Touch(state, e.Step, s => s with { ClaimedBy = e.Person }),
            StepReleased { Participant: { } participant } e => Touch(state, e.Step, s => Held(s, participant, null)),
            StepReleased e => Touch(state, e.Step, s => s with { ClaimedBy = null }),
            StepAssigned { Participant: { } participant } e => Touch(
                state,
                e.Step,
                s => Held(s, participant, e.Person) with { Chosen = s.Chosen.Add(e) }
            ),
            StepAssigned e => Touch(state, e.Step, s => s with { ClaimedBy = e.Person, Assigned = e }),
            StepUnattended => state,
            AnswerGiven e => Touch(
                state,
                e.Step,
                s => s with { Answers = [.. s.Answers.Where(a => a.Participant != e.Given.Participant), e.Given] }
            ),
            StepCompleted e => Touch(
                state,
                e.Step,
                s => s with { Status = e.Follows ? StepStatus.Following : StepStatus.Done, Completed = e }
            ),
            StepFinished e => Touch(state, e.Step, s => s with { Status = StepStatus.Done }),
            StepWithdrawn e => Touch(state, e.Step, s => s with { Status = StepStatus.Withdrawn }),
            StepsSuperseded e => Superseded(state, e),
            MaterialsChecked e => state with { Materials = state.Materials.Union(e.Received).Except(e.Missing) },
            LotsDrawn or LotsSealed or LotsRevealed or LotsRedrawn => LotsFold.Apply(state, happened),
            MomentMarked e => state with { Moments = state.Moments.SetItem(e.Moment, new MarkedMoment(e.Day, e.Step, state.Entries + 1)) },
            MomentUnmarked e => FirstMarks.Unmarked(state, e.Moment) with { Moments = state.Moments.Remove(e.Moment) },
            DocumentIssued e => state with { Documents = state.Documents.Add(new CaseDocument(e, null)) },
            DocumentVoided e => state with { Documents = [.. state.Documents.Select(d => Void(d, e))] },
            CommentAdded e => state with { Comments = state.Comments.Add(e) },
            FileAttached e => state with { Files = state.Files.Add(e), Materials = MaterialFold.Attached(state, e.Material) },
            CaseConcluded e => state with { Stage = CaseStage.Concluded, Result = e.Result, ConcludedOn = e.On, Concluding = null },
            CaseClosed => state with { Stage = CaseStage.Closed },
            CopySent e => state with { Informed = state.Informed.Union(e.To.Select(t => t.Person).OfType<string>()) },
            CaseCalled or CalledCaseNamed or CallEnded or CallAbandoned or ConclusionAwaited => CallFold.Apply(state, happened),
            ParticipantUncounted e => Touch(state, e.Step, s => s with { Uncounted = s.Uncounted.Add(e) }),
            SideAsked or SideReplied or SideRecalled or StepProposed or StepProposalReturned or StepTransferred or Urged or Supervised =>
                People(state, happened),
            StepTakenBack
            or AnswerTakenBack
            or StepAwaits
            or StepReopened
            or StepJumped
            or CaseSuspended
            or CaseResumed
            or CaseRevoked
            or CaseReopened
            or FormCorrected
            or SilenceCorrected => Movement(state, happened),
            Notified e => state with { Notices = state.Notices.Add(e) },
            CaseMigrated e => MigrationFold.Apply(state, e),
            MaterialStood e => MaterialFold.Apply(state, e),
            CaseAdopted e => Adopted(state, e),
            DocumentServed e => state with { Documents = [.. state.Documents.Select(d => Serve(d, e))] },
            ClockStarted or ClockMoved or ClockStopped or ClockExpired or ClockEscalated or ClockLifted or ClockAwaitsCalendar => Clock(
                state,
                happened
            ),
            _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
        };

    private static CaseState People(CaseState state, CaseEvent happened) =>
        happened switch
        {
            SideAsked e => Touch(state, e.Step, s => s with { Sides = s.Sides.Add(e.Task) }),
            SideReplied e => Touch(state, e.Step, s => Side(s, e.Number, t => t with { Reply = e.Reply })),
            SideRecalled e => Touch(state, e.Step, s => Side(s, e.Number, t => t with { Recalled = true })),
            StepProposed e => Touch(
                state,
                e.Step,
                s =>
                    s with
                    {
                        Proposed = e.Proposal,
                        Sides = [.. s.Sides.Select(t => t.Kind == SideKind.After ? t with { Reply = null } : t)],
                    }
            ),
            StepProposalReturned e => Touch(state, e.Step, s => s with { Proposed = null }),
            StepTransferred e => Touch(
                state,
                e.Step,
                s => s with { ClaimedBy = null, Entitled = [.. s.Entitled.Select(x => x == e.From ? e.To : x)] }
            ),
            Urged e => state with { Urgings = state.Urgings.Add(e) },
            Supervised e => state with { Supervision = state.Supervision.Add(e) },
            _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
        };

    private static CaseState Movement(CaseState state, CaseEvent happened) =>
        happened switch
        {
            StepTakenBack e => Touch(
                state,
                e.Step,
                s => s with { Status = StepStatus.Open, Completed = null, Proposed = null, ClaimedBy = e.By }
            ),
            AnswerTakenBack e => Touch(state, e.Step, s => s with { Answers = s.Answers.RemoveAll(a => a.Participant == e.Participant) }),
            StepReopened e => Touch(
                state,
                e.Step,
                s => e.Follows ? s with { Status = StepStatus.Following } : s with { Status = StepStatus.Open, Completed = null }
            ),
            StepAwaits e => state with { Awaits = state.Awaits.SetItem(e.Step, e.For) },
            SilenceCorrected { Participant: { } silent } e => Touch(
                state,
                e.Step,
                s =>
                    s with
                    {
                        Answers = s.Answers.RemoveAll(a => a.Participant == silent),
                        Uncounted = s.Uncounted.RemoveAll(u => u.Participant == silent),
                    }
            ),
            StepJumped => state,
            SilenceCorrected => FirstMarks.Corrected(state),
            CaseSuspended e => state with { Suspended = e },
            CaseResumed => state with { Suspended = null },
            CaseRevoked e => state with { Revoked = e },
            CaseReopened => FirstMarks.Reopened(state) with { Stage = CaseStage.Open, Result = null, ConcludedOn = null },
            FormCorrected e => state with { Form = state.Form.SetItems(e.Fields) },
            _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
        };

    private static StepState Held(StepState step, string participant, string? person) =>
        step with
        {
            Entitled = [.. step.Entitled.Select(x => x.Key == participant ? x with { Person = person } : x)],
        };

    private static StepState Side(StepState step, int number, Func<SideTask, SideTask> change) =>
        step with
        {
            Sides = [.. step.Sides.Select(t => t.Number == number ? change(t) : t)],
        };

    private static CaseState Clock(CaseState state, CaseEvent happened) =>
        happened switch
        {
            ClockStarted e => Put(state, e.Clock),
            ClockMoved e => Put(state, e.Clock),
            ClockStopped e => Turn(
                state,
                e.Clock,
                c => c with { Status = ClockStatus.Stopped, EndedOn = e.On, FiresAt = null, AwaitsCalendar = false, Left = null }
            ),
            ClockExpired { Outcome: null } e => Turn(state, e.Clock, c => c with { Status = ClockStatus.Overdue, FiresAt = e.FiresAt }),
            ClockExpired e => Turn(
                state,
                e.Clock,
                c => c with { Status = ClockStatus.Elapsed, EndedOn = e.DueOn, FiresAt = null, AwaitsCalendar = false }
            ),
            ClockEscalated e => Turn(state, e.Clock, c => c with { Fired = c.Fired.Add(e.Stage), FiresAt = e.FiresAt }),
            ClockLifted e => Turn(
                state,
                e.Clock,
                c => c with { Status = c.Status == ClockStatus.Overdue ? ClockStatus.Running : c.Status, Fired = [] }
            ),
            ClockAwaitsCalendar e => Turn(state, e.Clock, c => c with { AwaitsCalendar = true, FiresAt = e.FiresAt }),
            _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
        };

    private static CaseState Lodged(CaseState state, CaseLodged e) =>
        state with
        {
            Number = e.Number,
            Process = e.Process,
            Definition = e.Definition,
            Stage = CaseStage.Open,
            LodgedOn = e.On,
            Calendar = e.Calendar,
            Offices = e.Offices,
            Parties = e.Parties,
            Form = e.Form,
            Materials = [.. e.Materials],
            Parent = e.Parent,
        };

    private static CaseState Adopted(CaseState state, CaseAdopted e) =>
        state with
        {
            Number = e.Number,
            Process = e.Process,
            Definition = e.Definition,
            Stage = CaseStage.Open,
            LodgedOn = e.LodgedOn,
            Calendar = e.Calendar,
            Offices = e.Offices,
            Parties = e.Parties,
            Form = e.Form,
            Materials = [.. e.Materials],
            Elsewhere = new Elsewhere(e.System, e.NumberThere, e.On),
        };

    private static CaseState Opened(CaseState state, StepOpened e) =>
        Put(
            state with
            {
                Kept = state.Kept.Remove(e.Step),
                Awaits = state.Awaits.Remove(e.Step),
            },
            new StepState
            {
                Key = e.Step,
                Instance = e.Instance,
                Status = StepStatus.Open,
                OpenedOn = e.On,
                Since = e.Since,
                Entitled = e.Entitled,
                Answers = e.Kept,
            }
        );

    private static CaseState Superseded(CaseState state, StepsSuperseded e)
    {
        var gone = e.Steps.Select(key => state.Steps[key]);
        var back = $"{e.From}.{e.Outcome}";
        return FirstMarks.Superseded(state, e) with
        {
            Steps = state.Steps.RemoveRange(e.Steps),
            Superseded = state.Superseded.AddRange(gone),
            Kept = state.Kept.Union(e.Kept),
            Redone = e.Cause == PutAside.InputChanged ? state.Redone.Union(e.Steps) : state.Redone,
            Backs = e.Outcome is null ? state.Backs : state.Backs.SetItem(back, state.Backs.GetValueOrDefault(back) + 1),
        };
    }

    private static CaseDocument Serve(CaseDocument document, DocumentServed e) =>
        document.Issued.Document == e.Document && document.Issued.Number == e.Number && document is { Void: null, Served: null }
            ? document with
            {
                Served = e,
            }
            : document;

    private static CaseDocument Void(CaseDocument document, DocumentVoided e) =>
        document.Issued.Document == e.Document && document.Issued.Number == e.Number && document.Void is null
            ? document with
            {
                Void = e.Cause,
            }
            : document;

    private static CaseState Put(CaseState state, StepState step) =>
        state with
        {
            Steps = state.Steps.SetItem(step.Key, step with { Revision = state.Entries + 1 }),
        };

    internal static CaseState Touch(CaseState state, string key, Func<StepState, StepState> change) => Put(state, change(state.Steps[key]));

    private static CaseState Put(CaseState state, ClockState clock) =>
        state with
        {
            Clocks = state.Clocks.SetItem(clock.Id, clock),
            Calendar = clock.Calendar,
        };

    private static CaseState Turn(CaseState state, string id, Func<ClockState, ClockState> change) =>
        state with
        {
            Clocks = state.Clocks.SetItem(id, change(state.Clocks[id])),
        };
}

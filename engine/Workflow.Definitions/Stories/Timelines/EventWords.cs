using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says what happened, in one line; null for what goes without saying.</summary>
/// <remarks>The events are a closed set and stand here whole: the table says who has the words for each.</remarks>
internal static class EventWords
{
    internal static Message? Of(CaseEvent happened, LedgerEntry entry, CaseNames names) =>
        happened switch
        {
            // The outcome has said it.
            StepFinished => null,
            StepOpened or StepSkipped or StepClaimed or StepReleased or StepCompleted or StepWithdrawn => StepWords.Of(happened, names),
            AnswerGiven e => StepWords.Answered(e.Step, e.Given, names),
            StepsSuperseded e => Superseded(e, entry, names),
            ParticipantUncounted e => Uncounted(e, names),
            AttendanceRecorded e => Attended(e, names),
            StepAssigned or StepUnattended or StepTransferred => OfficeWords.Of(happened, names),
            SideAsked
            or SideReplied
            or SideRecalled
            or Urged
            or Supervised
            or Notified
            or PartyConfirmed
            or PartyUnconfirmed
            or PartyAdded => OfficeWords.Of(happened, names),
            StepProposed or StepProposalReturned or StepTakenBack or AnswerTakenBack => MovementWords.Of(happened, names),
            StepAwaits or StepReopened or StepJumped => MovementWords.Of(happened, names),
            MaterialsChecked or MaterialStood => MaterialWords.Of(happened, names),
            DocumentIssued or DocumentServed or DocumentVoided or CopySent => DocumentWords.Of(happened, names),
            MomentMarked or MomentUnmarked or CommentAdded or FileAttached => Noted(happened, names),
            CaseCalled or CalledCaseNamed or CallAbandoned or CallEnded or ConclusionAwaited => CallWords.Of(happened, names),
            ClockStarted or ClockMoved or ClockStopped or ClockExpired or ClockEscalated or ClockLifted or ClockAwaitsCalendar =>
                ClockWords.Of(happened, names),
            LotsSealed or LotsRevealed or LotsDrawn or LotsRedrawn => LotWords.Of(happened, names),
            CaseLodged or CaseAdopted or CaseConcluded or CaseClosed => WholeCaseWords.FromEndToEnd(happened, names),
            CaseSuspended or CaseResumed or CaseReopened or CaseMigrated => WholeCaseWords.Of(happened, names),
            SilenceCorrected or FormCorrected => WholeCaseWords.Of(happened, names),
            _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
        };

    private static Message Uncounted(ParticipantUncounted e, CaseNames names) =>
        new("told.participant.uncounted", ("who", names.Participant(e.Participant)), ("step", names.Step(e.Step)));

    private static Message Attended(AttendanceRecorded e, CaseNames names) =>
        e.Absent.IsEmpty
            ? names.AtStep("told.attendance.full", e.Step, LineParts.Said(e.Reasons))
            : names.AtStep(
                "told.attendance.absent",
                e.Step,
                ("who", MessageValue.List(e.Absent.Select(names.Participant))),
                LineParts.Said(e.Reasons)
            );

    private static Message Noted(CaseEvent happened, CaseNames names) =>
        happened switch
        {
            MomentMarked e => new("told.moment.marked", ("moment", names.Moment(e.Moment)), ("day", e.Day)),
            MomentUnmarked e => new("told.moment.unmarked", ("moment", names.Moment(e.Moment))),
            CommentAdded e => new("told.comment.added", ("text", e.Text)),
            FileAttached e => new("told.file.attached", ("name", e.Name)),
            _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
        };

    private static Message? Superseded(StepsSuperseded e, LedgerEntry entry, CaseNames names)
    {
        if (e.Cause == PutAside.InputChanged)
            return names.AtStep("told.steps.input_changed", e.To);
        if (e.From == e.To)
            return null;
        var code = IsStraightBack(e, entry, names) ? "told.steps.straight_back" : "told.steps.superseded";
        return new(code, ("step", names.Step(e.To)), LineParts.Said(e.Reasons));
    }

    private static bool IsStraightBack(StepsSuperseded back, LedgerEntry entry, CaseNames names) =>
        entry.Events.Any(e => e is StepAwaits waits && waits.Step == back.From && waits.For == back.To)
        || entry.Command is Return { Then: ReturnMode.StraightBack } sent && sent.From == back.From && sent.To == back.To
        || names.IsStraightBack(back.From, back.Outcome);
}

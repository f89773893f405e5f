using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says what happened, in one line; null for what goes without saying.</summary>
/// <remarks>The events are a closed set and stand here whole, a short arm for each.</remarks>
internal static class EventWords
{
    internal static Message? Of(CaseEvent happened, LedgerEntry entry, CaseNames names) =>
        happened switch
        {
            CaseLodged e => new("told.case.lodged", ("number", e.Number)),
            CaseAdopted e => Adopted(e),
            StepOpened or StepSkipped or StepClaimed or StepReleased or StepCompleted or StepWithdrawn => StepWords.Of(happened, names),
            // The outcome has said it.
            StepFinished => null,
            ParticipantUncounted e => new(
                "told.participant.uncounted",
                ("who", names.Participant(e.Participant)),
                ("step", names.Step(e.Step))
            ),
            AnswerGiven e => StepWords.Answered(e.Step, e.Given, names),
            StepsSuperseded e => Superseded(e, entry, names),
            MaterialsChecked e => Materials(e, names),
            DocumentServed e => new("told.document.served", ("paper", names.Paper(e.Document, e.Number)), ("on", e.On), ("way", Way(e))),
            MaterialStood e => MaterialWords.Of(e, names),
            LotsDrawn e => new("told.lots.drawn", ("rows", MessageValue.List(e.Drawn.Select(row => (MessageValue)row)))),
            MomentMarked e => new("told.moment.marked", ("moment", CaseNames.Moment(e.Moment)), ("day", e.Day)),
            MomentUnmarked e => new("told.moment.unmarked", ("moment", CaseNames.Moment(e.Moment))),
            DocumentIssued e => new("told.document.issued", ("paper", names.Paper(e.Document, e.Number))),
            DocumentVoided e => new("told.document.voided", ("paper", names.Paper(e.Document, e.Number)), ("cause", Reasons.Of(e.Cause))),
            CopySent e => new("told.copy.sent", ("to", names.Who(e.To))),
            CaseCalled or CalledCaseNamed or CallAbandoned or CallEnded or ConclusionAwaited => CallWords.Of(happened, names),
            CommentAdded e => new("told.comment.added", ("text", e.Text)),
            FileAttached e => new("told.file.attached", ("name", e.Name)),
            CaseConcluded e => new("told.case.concluded", ("result", names.End(e.Result))),
            CaseClosed { KeepUntil: { } until } => new("told.case.closed_until", ("until", until)),
            CaseClosed => new("told.case.closed"),
            ClockStarted or ClockMoved or ClockStopped or ClockExpired or ClockEscalated or ClockLifted or ClockAwaitsCalendar =>
                ClockWords.Of(happened, names),
            LotsSealed or LotsRevealed or LotsRedrawn => LotWords.Of(happened, names),
            CaseSuspended or CaseResumed or CaseRevoked or CaseReopened or CaseMigrated => WholeCaseWords.Of(happened, names),
            SilenceCorrected or FormCorrected => WholeCaseWords.Of(happened, names),
            StepAssigned or StepUnattended or StepProposed or StepProposalReturned or StepTransferred => OfficeWords.Of(happened, names),
            StepTakenBack or StepAwaits or StepReopened or StepJumped or AnswerTakenBack => OfficeWords.Of(happened, names),
            SideAsked or SideReplied or SideRecalled or Urged or Supervised or Notified => OfficeWords.Of(happened, names),
            _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
        };

    private static Message Adopted(CaseAdopted e) =>
        new(
            "told.case.adopted",
            ("system", e.System),
            ("there", e.NumberThere),
            ("on", e.LodgedOn),
            ("number", e.Number),
            ("document", e.Document),
            ("words", LineParts.Words(e.Reasons))
        );

    private static Message? Superseded(StepsSuperseded e, LedgerEntry entry, CaseNames names)
    {
        if (e.Cause == PutAside.InputChanged)
            return new("told.steps.input_changed", ("step", names.Step(e.To)));
        if (e.From == e.To)
            return null;
        var code = IsStraightBack(e, entry, names) ? "told.steps.straight_back" : "told.steps.superseded";
        return new(code, ("step", names.Step(e.To)), ("words", LineParts.Words(e.Reasons)));
    }

    private static bool IsStraightBack(StepsSuperseded back, LedgerEntry entry, CaseNames names) =>
        entry.Events.Any(e => e is StepAwaits waits && waits.Step == back.From && waits.For == back.To)
        || entry.Command is Return { Then: ReturnMode.StraightBack } sent && sent.From == back.From && sent.To == back.To
        || names.IsStraightBack(back.From, back.Outcome);

    private static MessageValue Way(DocumentServed e) =>
        e switch
        {
            { Way: { } way, Receipt: { } receipt } => new Message("told.document.way_receipt", ("way", way), ("receipt", receipt)),
            { Way: { } way } => new Message("told.document.way", ("way", way)),
            _ => LineParts.None,
        };

    private static Message Materials(MaterialsChecked e, CaseNames names)
    {
        Message received = e.Received.IsEmpty
            ? new("told.materials.none")
            : new("told.materials.received", ("materials", MessageValue.List(e.Received.Select(names.Material))));
        return e.Missing.IsEmpty
            ? new("told.materials.checked", ("received", received))
            : new("told.materials.missing", ("received", received), ("missing", MessageValue.List(e.Missing.Select(names.Material))));
    }
}

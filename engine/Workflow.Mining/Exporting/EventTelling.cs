using System.Diagnostics;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Mining.Maps;

namespace Workflow.Mining.Exporting;

/// <summary>Tells one event of a ledger; what only closes another event goes without saying.</summary>
/// <remarks>The events are a closed set: one table says for each whether logs tell of it, and who has its words.</remarks>
internal static class EventTelling
{
    internal static LoggedEvent? Of(PublishedProcess process, CaseState before, LedgerEntry entry, CaseEvent happened)
    {
        if (GoesWithoutSaying(happened) || Words(process, entry, happened) is not { } words)
            return null;
        var by = words.Step is { } step ? Assignee(process, step, happened, entry.Stamp.Actor, before) : null;
        return Acting(What(entry, happened, words), entry, before, by) with
        {
            Step = words.Step is null ? null : Name(before, happened, words.Step),
            Act = Act(process, entry, happened),
        };
    }

    private static LoggedEvent What(LedgerEntry entry, CaseEvent happened, Telling words) =>
        new()
        {
            Id = "",
            Happened = happened,
            Kind = words.Kind,
            Activity = words.Activity,
            Transition = words.Transition,
            At = entry.Stamp.RecordedAt,
            On = Day(entry, happened),
            Actor = By(entry, happened),
            Outcome = (happened as StepCompleted)?.Outcome ?? (happened as AnswerGiven)?.Given.Choice,
        };

    // Whose the step is, and in which post somebody acted.
    private static LoggedEvent Acting(LoggedEvent told, LedgerEntry entry, CaseState before, Assignee? by)
    {
        var post = ActingPost.Of(entry, before, told.Happened, told.Actor, by);
        return told with
        {
            Role = post.Role,
            Organisation = post.Organisation,
            Assigned = by?.ToString(),
            Office = (by as OfficeRole)?.Office,
        };
    }

    private static bool GoesWithoutSaying(CaseEvent happened) =>
        happened
            is StepFinished
                or StepUnattended
                or StepTransferred
                or StepProposed
                or StepProposalReturned
                or StepTakenBack
                or StepAwaits
                or StepReopened
                or StepJumped
                or AnswerTakenBack
                or ParticipantUncounted
                or AttendanceRecorded
                or SideAsked
                or SideReplied
                or SideRecalled
                or Urged
                or Supervised
                or FormCorrected
                or SilenceCorrected
                or MaterialsChecked
                or MomentUnmarked
                or ClockEscalated
                or ClockLifted
                or ClockAwaitsCalendar
                or CaseCalled
                or CalledCaseNamed
                or CallAbandoned
                or CallEnded
                or ConclusionAwaited
                or CaseSuspended
                or CaseResumed
                or CaseReopened
                or PartyConfirmed
                or PartyUnconfirmed
                or PartyAdded;

    private static Telling? Words(PublishedProcess process, LedgerEntry entry, CaseEvent happened) =>
        happened switch
        {
            StepOpened or StepSkipped or StepClaimed or StepAssigned or StepReleased => AtStep(process, happened),
            StepCompleted or StepWithdrawn or AnswerGiven or StepsSuperseded or CopySent => AtStep(process, happened),
            LotsSealed or LotsRevealed or LotsDrawn or LotsRedrawn => OfLots(process, happened),
            ClockStarted or ClockMoved or ClockStopped or ClockExpired => OfClock(process, happened),
            DocumentIssued or DocumentServed or DocumentVoided => OfDocument(process, happened),
            MaterialStood e => Stood(process, e),
            MomentMarked or Notified or CommentAdded or FileAttached => Noted(happened),
            CaseAdopted or CaseLodged or CaseMigrated or CaseConcluded or CaseClosed => OfCase(process, entry, happened),
            _ => throw Untold(happened),
        };

    private static UnreachableException Untold(CaseEvent happened) => new($"Nobody said whether logs tell of {happened.GetType().Name}.");

    private static Telling? AtStep(PublishedProcess process, CaseEvent happened) =>
        happened switch
        {
            StepOpened e => Step(process, "step.opened", e.Step, "schedule"),
            StepSkipped e => Step(process, "step.skipped", e.Step, "autoskip"),
            StepClaimed e => Step(process, "step.claimed", e.Step, "assign"),
            StepAssigned e => Step(process, "step.assigned", e.Step, "assign"),
            StepReleased e => Step(process, "step.released", e.Step, "reassign"),
            StepCompleted e => Step(process, "step.completed", e.Step, "complete"),
            StepWithdrawn e => Step(process, "step.withdrawn", e.Step, "withdraw"),
            AnswerGiven e => Answered(process, e),
            StepsSuperseded e when IsByHand(e) => SentBack(process, e),
            StepsSuperseded => null,
            CopySent { Step: { } step } => Step(process, "copy.sent", step, "unknown"),
            CopySent => null,
            _ => throw Untold(happened),
        };

    private static Telling? Answered(PublishedProcess process, AnswerGiven e) =>
        Step(process, "step.answered", e.Step, "complete")?.By(e.Given.Participant);

    private static Telling? SentBack(PublishedProcess process, StepsSuperseded e) =>
        Step(process, "steps.superseded", e.To, "complete")?.As("退回");

    private static Telling? OfLots(PublishedProcess process, CaseEvent happened) =>
        happened switch
        {
            LotsSealed e => Lots(process, "lots.sealed", e.Step, "封存"),
            LotsRevealed e => Lots(process, "lots.revealed", e.Step, "揭示"),
            LotsDrawn e => Lots(process, "lots.drawn", e.Step, "抽取"),
            LotsRedrawn e => Lots(process, "lots.redrawn", e.Step, "回避递补"),
            _ => throw Untold(happened),
        };

    private static Telling OfClock(PublishedProcess process, CaseEvent happened) =>
        happened switch
        {
            ClockStarted e => Clock(process, "clock.started", e.Clock.Rule, "start"),
            ClockMoved e => Clock(process, "clock.moved", e.Clock.Rule, Transition(e.Cause)),
            ClockStopped e => Clock(process, "clock.stopped", e.Clock, "complete"),
            ClockExpired e => Clock(process, "clock.expired", e.Clock, "unknown"),
            _ => throw Untold(happened),
        };

    private static Telling OfDocument(PublishedProcess process, CaseEvent happened) =>
        happened switch
        {
            DocumentIssued e => new("document.issued", process.Definition.DocumentTitle(e.Document), "complete", null),
            DocumentServed e => new("document.served", process.Definition.DocumentTitle(e.Document), "complete", null),
            DocumentVoided e => new("document.voided", process.Definition.DocumentTitle(e.Document), "withdraw", null),
            _ => throw Untold(happened),
        };

    private static Telling Stood(PublishedProcess process, MaterialStood e) =>
        new($"material.{Standings.Word(e.Standing)}", process.Definition.MaterialTitle(e.Material), "complete", null);

    private static Telling Noted(CaseEvent happened) =>
        happened switch
        {
            MomentMarked e => new("moment.marked", e.Moment, "complete", null),
            Notified => new("party.notified", "补充告知", "complete", null),
            CommentAdded => new("comment.added", "备注", "complete", null),
            FileAttached => new("file.attached", "附件", "complete", null),
            _ => throw Untold(happened),
        };

    private static Telling OfCase(PublishedProcess process, LedgerEntry entry, CaseEvent happened) =>
        happened switch
        {
            CaseAdopted => new("case.adopted", process.Definition.Title.Zh, "start", null),
            CaseLodged => new("case.lodged", process.Definition.Title.Zh, "start", null),
            CaseMigrated => new("case.migrated", "改按新版流程办理", "unknown", null),
            CaseConcluded e => new("case.concluded", e.Result == Ends.Terminated ? "终止" : "办结", "complete", null),
            CaseClosed => new("case.closed", "归档", "complete", null),
            _ => throw Untold(happened),
        };

    // What happened in another system stands in one entry, each event with the day it had there.
    private static DateOnly Day(LedgerEntry entry, CaseEvent happened) =>
        entry.Command is AdoptCase && DayThere(happened) is { } day ? day : entry.Stamp.EffectiveOn;

    private static DateOnly? DayThere(CaseEvent happened) =>
        (happened as StepOpened)?.On
        ?? (happened as StepCompleted)?.On
        ?? (happened as StepWithdrawn)?.On
        ?? (happened as StepsSuperseded)?.On
        ?? (happened as AnswerGiven)?.Given.On
        ?? (happened as MomentMarked)?.Day
        ?? (happened as DocumentIssued)?.On
        ?? (happened as ClockStarted)?.Clock.StartDay
        ?? (happened as ClockStopped)?.On;

    // Who signed for the case did not do what was done there.
    private static Actor By(LedgerEntry entry, CaseEvent happened) =>
        entry.Command is not AdoptCase adopt ? entry.Stamp.Actor
        : happened is StepCompleted done ? done.By
        : happened is AnswerGiven or DocumentIssued ? new SystemActor(adopt.System)
        : entry.Stamp.Actor;

    // Blocks and choices run by themselves: what they do shows in the steps inside.
    private static Telling? Step(PublishedProcess process, string kind, string key, string transition) =>
        process.Find(key) is WorkNode node ? new Telling(kind, node.Title, transition, key) : null;

    // The task of the draw is completed under its title; what its acts fixed is told beside it.
    private static Telling? Lots(PublishedProcess process, string kind, string key, string act) =>
        Step(process, kind, key, "complete")?.As(act);

    // The lifecycle of event logs knows two of the causes.
    private static string Transition(ClockCause cause) =>
        cause switch
        {
            ClockCause.Pause => "suspend",
            ClockCause.Resume => "resume",
            ClockCause.Extension or ClockCause.Calendar or ClockCause.Clamp or ClockCause.Reopened => "unknown",
            ClockCause.Set or ClockCause.Migration or ClockCause.RecordedLate => "unknown",
            _ => throw new UnreachableException($"No transition for {cause}."),
        };

    private static Telling Clock(PublishedProcess process, string kind, string id, string transition) =>
        new(kind, process.ClockTitle(ClockKey.Parse(id).Rule), transition, null);

    private static string? Act(PublishedProcess process, LedgerEntry entry, CaseEvent happened) =>
        happened is StepCompleted done ? Done(process, done.Step)
        : happened is StepsSuperseded back ? Returned(process, entry, back)
        : happened is CaseConcluded && entry.Command is Terminate ? OwnLog.End
        : null;

    // The order is judged up to the end of the case; what the after-care still waits for comes by itself.
    private static string? Done(PublishedProcess process, string step) =>
        process.Find(step) is WorkNode node && !process.IsAfter(step) ? node.Id : null;

    private static string? Returned(PublishedProcess process, LedgerEntry entry, StepsSuperseded back) =>
        IsByHand(back) && entry.Command is Return && !process.IsAfter(back.To) ? OwnLog.ReturnTo + StepKey.IdOf(back.To) : null;

    private static bool IsByHand(StepsSuperseded back) => back.Outcome is null && back.From != back.To;

    private static Assignee? Assignee(PublishedProcess process, string step, CaseEvent happened, string actor, CaseState before)
    {
        // The head of the leading office approves it, whoever drew.
        if (happened is LotsRedrawn)
            return null;
        var node = process.Find(step);
        return (node as StepNode)?.By
            ?? (node as DrawNode)?.By
            ?? (node is JointNode joint ? Voice(joint, step, happened, actor, before) : null);
    }

    private static Assignee? Voice(JointNode joint, string step, CaseEvent happened, string actor, CaseState before) =>
        happened is AnswerGiven answered ? By(joint, answered.Given)
        : happened is StepCompleted ? Last(joint, before, step, actor)
        : null;

    // A joint review is completed by the answer that settled it.
    private static Assignee? Last(JointNode node, CaseState before, string step, string actor) =>
        By(node, before.Steps.GetValueOrDefault(step)?.Answers.LastOrDefault(a => a.By == actor));

    private static Assignee? By(JointNode joint, GivenAnswer? answer) =>
        answer is null ? null : joint.ParticipantOf(answer.Participant)?.By;

    private static string Name(CaseState before, CaseEvent happened, string step) =>
        happened is StepOpened opened ? StepKey.OfRun(step, opened.Instance) : before.Steps.GetValueOrDefault(step)?.Name ?? step;

    private sealed record Telling(string Kind, string Activity, string Transition, string? Step)
    {
        // An act at a task, before its title.
        internal Telling As(string act) => this with { Activity = $"{act}：{Activity}" };

        internal Telling By(string participant) => this with { Activity = $"{Activity}：{participant}" };
    }
}

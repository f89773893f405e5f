using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says what somebody asked for.</summary>
/// <remarks>The commands are a closed set: the table of their codes stands here whole, so that none can be forgotten.</remarks>
internal static class CommandWords
{
    /// <summary>Returns what an entry was asked for: what fell due on a clock is told apart, a reminder from its end.</summary>
    internal static Message Of(LedgerEntry entry, CaseNames names) =>
        entry.Command is ExpireClock
        && !entry.Events.Any(e => e is ClockExpired)
        && entry.Events.OfType<ClockEscalated>().FirstOrDefault() is { } told
            ? Reminder(entry, told, names)
            : Of(entry.Command, names);

    /// <summary>Returns it in one line.</summary>
    internal static Message Of(CaseCommand command, CaseNames names) => new(Code(command), About(command, names));

    // One row for each command: what it is called.
    private static string Code(CaseCommand command) =>
        command switch
        {
            Lodge => "asked.lodge",
            AdoptCase => "asked.adopt",
            Complete => "asked.complete",
            Answer => "asked.answer",
            Open => "asked.open",
            Claim => "asked.claim",
            Release => "asked.release",
            Return { Then: ReturnMode.StraightBack } => "asked.return_straight",
            Return => "asked.return",
            Comment => "asked.comment",
            Attach => "asked.attach",
            PauseClock => "asked.pause",
            ResumeClock => "asked.resume_clock",
            ExtendClock => "asked.extend",
            ExpireClock => "asked.fallen_due",
            NameCalled => "asked.name_called",
            RederiveClocks => "asked.rederive",
            Terminate => "asked.terminate",
            AddSigner => "asked.add_signer",
            RemoveSigner => "asked.remove_signer",
            Transfer => "asked.transfer",
            Entrust => "asked.delegate",
            Consult => "asked.consult",
            Recall => "asked.recall",
            Reply => "asked.reply",
            SendCopy => "asked.copy",
            Urge { Step: null } => "asked.urge_reader",
            Urge => "asked.urge",
            Supervise => "asked.supervise",
            Notify => "asked.notify",
            TakeBack => "asked.take_back",
            Jump => "asked.jump",
            SuspendCase => "asked.suspend",
            ResumeCase => "asked.resume",
            CancelCase => "asked.cancel",
            RevokeCase => "asked.revoke",
            ReopenCase => "asked.reopen",
            CorrectForm => "asked.correct_form",
            CorrectSilence => "asked.correct_silence",
            MigrateCase => "asked.migrate",
            ReceiveMaterial => "asked.receive_material",
            ReturnMaterial => "asked.return_material",
            ShareMaterial => "asked.share_material",
            SealLots => "asked.seal_lots",
            Redraw => "asked.redraw",
            _ => throw new UnreachableException($"No words for {command.GetType().Name}."),
        };

    // What its sentence speaks of; most of those that speak of nothing are done to the case as a whole.
    private static (string, MessageValue)[] About(CaseCommand command, CaseNames names) =>
        command switch
        {
            Return c => [("from", names.Step(c.From)), ("to", names.Step(c.To))],
            Jump c => [("step", names.Step(c.To))],
            ReopenCase c => [("step", names.Step(c.Step))],
            RemoveSigner c => [("step", names.Step(c.Step)), ("words", LineParts.Words(c.Reasons))],
            IAtStep { Step: { } step } => [("step", names.Step(step))],
            CancelCase c => [("words", LineParts.Words(c.Reasons))],
            NameCalled c => [("case", c.Case)],
            ReceiveMaterial c => [("material", names.Material(c.Material))],
            ReturnMaterial c => [("material", names.Material(c.Material))],
            ShareMaterial c => [("material", names.Material(c.Material))],
            _ => AboutClock(command, names),
        };

    private static (string, MessageValue)[] AboutClock(CaseCommand command, CaseNames names) =>
        command switch
        {
            PauseClock c => [("clock", names.Clock(c.Clock)), ("ground", c.Ground)],
            ResumeClock c => [("clock", names.Clock(c.Clock)), ("ground", c.Ground)],
            ExtendClock c => [("clock", names.Clock(c.Clock)), ("by", c.By)],
            ExpireClock c => [("clock", names.Clock(c.Clock))],
            CorrectSilence c => [("clock", names.Clock(c.Clock))],
            _ => [],
        };

    private static Message Reminder(LedgerEntry entry, ClockEscalated told, CaseNames names) =>
        new(
            entry.Stamp.EffectiveOn > told.DueOn ? "asked.reminder_overdue" : "asked.reminder",
            ("clock", names.Clock(((ExpireClock)entry.Command).Clock))
        );
}

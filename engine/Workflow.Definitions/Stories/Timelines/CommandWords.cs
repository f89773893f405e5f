using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says what somebody asked for.</summary>
/// <remarks>
/// The commands are a closed set and stand here whole, a short arm for each. What people said the events tell, to those who may
/// see them; only why a case was cancelled stands in no event, and is for all.
/// </remarks>
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
    internal static Message Of(CaseCommand command, CaseNames names) =>
        command switch
        {
            Lodge => new("asked.lodge"),
            AdoptCase => new("asked.adopt"),
            Complete c => names.AtStep("asked.complete", c.Step),
            Answer c => names.AtStep("asked.answer", c.Step),
            Open c => names.AtStep("asked.open", c.Step),
            Claim c => names.AtStep("asked.claim", c.Step),
            Release c => names.AtStep("asked.release", c.Step),
            Return c => Returned(c, names),
            Comment => new("asked.comment"),
            Attach => new("asked.attach"),
            PauseClock c => names.OfClock("asked.pause", c.Clock, ("ground", names.Ground(c.Ground))),
            ResumeClock c => names.OfClock("asked.resume_clock", c.Clock, ("ground", names.Ground(c.Ground))),
            ExtendClock c => names.OfClock("asked.extend", c.Clock, ("by", c.By)),
            ExpireClock c => names.OfClock("asked.fallen_due", c.Clock),
            NameCalled c => new("asked.name_called", ("case", c.Case)),
            RederiveClocks => new("asked.rederive"),
            Terminate => new("asked.terminate"),
            AddSigner c => names.AtStep("asked.add_signer", c.Step),
            RemoveSigner c => names.AtStep("asked.remove_signer", c.Step),
            Transfer c => names.AtStep("asked.transfer", c.Step),
            Entrust c => names.AtStep("asked.delegate", c.Step),
            Consult c => names.AtStep("asked.consult", c.Step),
            Recall c => names.AtStep("asked.recall", c.Step),
            Reply c => names.AtStep("asked.reply", c.Step),
            SendCopy => new("asked.copy"),
            Urge { Step: { } step } => names.AtStep("asked.urge", step),
            Urge => new("asked.urge_reader"),
            Supervise => new("asked.supervise"),
            Notify => new("asked.notify"),
            RecordAttendance c => names.AtStep("asked.record_attendance", c.Step),
            ConfirmParty => new("asked.confirm_party"),
            UnconfirmParty => new("asked.unconfirm_party"),
            AddParty => new("asked.add_party"),
            TakeBack c => names.AtStep("asked.take_back", c.Step),
            Jump c => names.AtStep("asked.jump", c.To),
            SuspendCase => new("asked.suspend"),
            ResumeCase => new("asked.resume"),
            CancelCase c => new("asked.cancel", ("words", LineParts.Words(c.Reasons))),
            RevokeCase => new("asked.revoke"),
            ReopenCase c => names.AtStep("asked.reopen", c.Step),
            CorrectForm => new("asked.correct_form"),
            CorrectSilence c => names.OfClock("asked.correct_silence", c.Clock),
            MigrateCase => new("asked.migrate"),
            ReceiveMaterial c => new("asked.receive_material", ("material", names.Material(c.Material))),
            ReturnMaterial c => new("asked.return_material", ("material", names.Material(c.Material))),
            ShareMaterial c => new("asked.share_material", ("material", names.Material(c.Material))),
            SealLots c => names.AtStep("asked.seal_lots", c.Step),
            Redraw c => names.AtStep("asked.redraw", c.Step),
            _ => throw new UnreachableException($"No words for {command.GetType().Name}."),
        };

    private static Message Returned(Return c, CaseNames names) =>
        new(
            c.Then == ReturnMode.StraightBack ? "asked.return_straight" : "asked.return",
            ("from", names.Step(c.From)),
            ("to", names.Step(c.To))
        );

    private static Message Reminder(LedgerEntry entry, ClockEscalated told, CaseNames names) =>
        names.OfClock(
            entry.Stamp.EffectiveOn > told.DueOn ? "asked.reminder_overdue" : "asked.reminder",
            ((ExpireClock)entry.Command).Clock
        );
}

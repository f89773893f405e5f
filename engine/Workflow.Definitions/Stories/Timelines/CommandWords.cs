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
            Complete c => AtStep("asked.complete", c.Step, names),
            Answer c => AtStep("asked.answer", c.Step, names),
            Open c => AtStep("asked.open", c.Step, names),
            Claim c => AtStep("asked.claim", c.Step, names),
            Release c => AtStep("asked.release", c.Step, names),
            Return c => Returned(c, names),
            Comment => new("asked.comment"),
            Attach => new("asked.attach"),
            PauseClock c => new("asked.pause", ("clock", names.Clock(c.Clock)), ("ground", c.Ground)),
            ResumeClock c => new("asked.resume_clock", ("clock", names.Clock(c.Clock)), ("ground", c.Ground)),
            ExtendClock c => new("asked.extend", ("clock", names.Clock(c.Clock)), ("by", c.By)),
            ExpireClock c => new("asked.fallen_due", ("clock", names.Clock(c.Clock))),
            NameCalled c => new("asked.name_called", ("case", c.Case)),
            RederiveClocks => new("asked.rederive"),
            Terminate => new("asked.terminate"),
            AddSigner c => AtStep("asked.add_signer", c.Step, names),
            RemoveSigner c => AtStep("asked.remove_signer", c.Step, names),
            Transfer c => AtStep("asked.transfer", c.Step, names),
            Entrust c => AtStep("asked.delegate", c.Step, names),
            Consult c => AtStep("asked.consult", c.Step, names),
            Recall c => AtStep("asked.recall", c.Step, names),
            Reply c => AtStep("asked.reply", c.Step, names),
            SendCopy => new("asked.copy"),
            Urge { Step: { } step } => AtStep("asked.urge", step, names),
            Urge => new("asked.urge_reader"),
            Supervise => new("asked.supervise"),
            Notify => new("asked.notify"),
            ConfirmParty => new("asked.confirm_party"),
            TakeBack c => AtStep("asked.take_back", c.Step, names),
            Jump c => AtStep("asked.jump", c.To, names),
            SuspendCase => new("asked.suspend"),
            ResumeCase => new("asked.resume"),
            CancelCase c => new("asked.cancel", ("words", LineParts.Words(c.Reasons))),
            RevokeCase => new("asked.revoke"),
            ReopenCase c => AtStep("asked.reopen", c.Step, names),
            CorrectForm => new("asked.correct_form"),
            CorrectSilence c => new("asked.correct_silence", ("clock", names.Clock(c.Clock))),
            MigrateCase => new("asked.migrate"),
            ReceiveMaterial c => new("asked.receive_material", ("material", names.Material(c.Material))),
            ReturnMaterial c => new("asked.return_material", ("material", names.Material(c.Material))),
            ShareMaterial c => new("asked.share_material", ("material", names.Material(c.Material))),
            SealLots c => AtStep("asked.seal_lots", c.Step, names),
            Redraw c => AtStep("asked.redraw", c.Step, names),
            _ => throw new UnreachableException($"No words for {command.GetType().Name}."),
        };

    private static Message AtStep(string code, string step, CaseNames names) => new(code, ("step", names.Step(step)));

    private static Message Returned(Return c, CaseNames names) =>
        new(
            c.Then == ReturnMode.StraightBack ? "asked.return_straight" : "asked.return",
            ("from", names.Step(c.From)),
            ("to", names.Step(c.To))
        );

    private static Message Reminder(LedgerEntry entry, ClockEscalated told, CaseNames names) =>
        new(
            entry.Stamp.EffectiveOn > told.DueOn ? "asked.reminder_overdue" : "asked.reminder",
            ("clock", names.Clock(((ExpireClock)entry.Command).Clock))
        );
}

using System.Collections.Frozen;
using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says what somebody asked for.</summary>
/// <remarks>
/// The commands are a closed set and stand here whole, in two tables and a switch for those that say more. What people said the events tell, to those who may
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
        Plain.TryGetValue(command.GetType(), out var plain) ? new Message(plain)
        : AtStep.TryGetValue(command.GetType(), out var atStep) ? names.AtStep(atStep, ((IAboutStep)command).Step!)
        : WithMore(command, names);

    private static readonly FrozenDictionary<Type, string> Plain = new Dictionary<Type, string>
    {
        [typeof(Lodge)] = "asked.lodge",
        [typeof(AdoptCase)] = "asked.adopt",
        [typeof(Comment)] = "asked.comment",
        [typeof(Attach)] = "asked.attach",
        [typeof(RederiveClocks)] = "asked.rederive",
        [typeof(Terminate)] = "asked.terminate",
        [typeof(SendCopy)] = "asked.copy",
        [typeof(Supervise)] = "asked.supervise",
        [typeof(Notify)] = "asked.notify",
        [typeof(ConfirmParty)] = "asked.confirm_party",
        [typeof(UnconfirmParty)] = "asked.unconfirm_party",
        [typeof(AddParty)] = "asked.add_party",
        [typeof(SuspendCase)] = "asked.suspend",
        [typeof(ResumeCase)] = "asked.resume",
        [typeof(CorrectForm)] = "asked.correct_form",
        [typeof(MigrateCase)] = "asked.migrate",
    }.ToFrozenDictionary();

    // What is asked at a step says which.
    private static readonly FrozenDictionary<Type, string> AtStep = new Dictionary<Type, string>
    {
        [typeof(Complete)] = "asked.complete",
        [typeof(Answer)] = "asked.answer",
        [typeof(Open)] = "asked.open",
        [typeof(Claim)] = "asked.claim",
        [typeof(Release)] = "asked.release",
        [typeof(AddSigner)] = "asked.add_signer",
        [typeof(RemoveSigner)] = "asked.remove_signer",
        [typeof(Transfer)] = "asked.transfer",
        [typeof(Entrust)] = "asked.delegate",
        [typeof(Consult)] = "asked.consult",
        [typeof(Recall)] = "asked.recall",
        [typeof(Reply)] = "asked.reply",
        [typeof(RecordAttendance)] = "asked.record_attendance",
        [typeof(TakeBack)] = "asked.take_back",
        [typeof(SealLots)] = "asked.seal_lots",
        [typeof(Redraw)] = "asked.redraw",
    }.ToFrozenDictionary();

    private static Message WithMore(CaseCommand command, CaseNames names) =>
        command switch
        {
            Return c => Returned(c, names),
            PauseClock c => OnGround("asked.pause", c.Clock, c.Ground, names),
            ResumeClock c => OnGround("asked.resume_clock", c.Clock, c.Ground, names),
            ExtendClock c => names.OfClock("asked.extend", c.Clock, ("by", c.By)),
            ExpireClock c => names.OfClock("asked.fallen_due", c.Clock),
            CorrectSilence c => names.OfClock("asked.correct_silence", c.Clock),
            NameCalled c => new("asked.name_called", ("case", c.Case)),
            Urge { Step: { } step } => names.AtStep("asked.urge", step),
            Urge => new("asked.urge_reader"),
            Jump c => names.AtStep("asked.jump", c.To),
            ReopenCase c => names.AtStep("asked.reopen", c.Step),
            CancelCase c => new("asked.cancel", LineParts.Said(c.Reasons)),
            ReceiveMaterial c => OfMaterial("asked.receive_material", c.Material, names),
            ReturnMaterial c => OfMaterial("asked.return_material", c.Material, names),
            ShareMaterial c => OfMaterial("asked.share_material", c.Material, names),
            _ => throw new UnreachableException($"No words for {command.GetType().Name}."),
        };

    private static Message OnGround(string code, string clock, string ground, CaseNames names) =>
        names.OfClock(code, clock, ("ground", names.Ground(ground)));

    private static Message OfMaterial(string code, string material, CaseNames names) => new(code, ("material", names.Material(material)));

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

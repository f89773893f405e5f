using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.Events;

/// <summary>What happened, with its conclusions. A closed set; the stored names are fixed for ever and a released event is never edited.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(CaseLodged), "case.lodged")]
[JsonDerivedType(typeof(StepOpened), "step.opened")]
[JsonDerivedType(typeof(StepSkipped), "step.skipped")]
[JsonDerivedType(typeof(StepClaimed), "step.claimed")]
[JsonDerivedType(typeof(StepReleased), "step.released")]
[JsonDerivedType(typeof(StepAssigned), "step.assigned")]
[JsonDerivedType(typeof(StepUnattended), "step.unattended")]
[JsonDerivedType(typeof(AnswerGiven), "step.answered")]
[JsonDerivedType(typeof(StepCompleted), "step.completed")]
[JsonDerivedType(typeof(StepFinished), "step.finished")]
[JsonDerivedType(typeof(StepWithdrawn), "step.withdrawn")]
[JsonDerivedType(typeof(StepsSuperseded), "steps.superseded")]
[JsonDerivedType(typeof(MaterialsChecked), "materials.checked")]
[JsonDerivedType(typeof(LotsDrawn), "lots.drawn")]
[JsonDerivedType(typeof(LotsSealed), "lots.sealed")]
[JsonDerivedType(typeof(LotsRevealed), "lots.revealed")]
[JsonDerivedType(typeof(LotsRedrawn), "lots.redrawn")]
[JsonDerivedType(typeof(MomentMarked), "moment.marked")]
[JsonDerivedType(typeof(MomentUnmarked), "moment.unmarked")]
[JsonDerivedType(typeof(DocumentIssued), "document.issued")]
[JsonDerivedType(typeof(DocumentVoided), "document.voided")]
[JsonDerivedType(typeof(CopySent), "copy.sent")]
[JsonDerivedType(typeof(ClockStarted), "clock.started")]
[JsonDerivedType(typeof(ClockMoved), "clock.moved")]
[JsonDerivedType(typeof(ClockStopped), "clock.stopped")]
[JsonDerivedType(typeof(ClockExpired), "clock.expired")]
[JsonDerivedType(typeof(ClockEscalated), "clock.escalated")]
[JsonDerivedType(typeof(ClockLifted), "clock.lifted")]
[JsonDerivedType(typeof(ClockAwaitsCalendar), "clock.awaits-calendar")]
[JsonDerivedType(typeof(CaseCalled), "case.called")]
[JsonDerivedType(typeof(CalledCaseNamed), "call.named")]
[JsonDerivedType(typeof(CallAbandoned), "call.abandoned")]
[JsonDerivedType(typeof(CallEnded), "call.ended")]
[JsonDerivedType(typeof(ConclusionAwaited), "case.concluding")]
[JsonDerivedType(typeof(CommentAdded), "comment.added")]
[JsonDerivedType(typeof(FileAttached), "file.attached")]
[JsonDerivedType(typeof(CaseConcluded), "case.concluded")]
[JsonDerivedType(typeof(CaseClosed), "case.closed")]
[JsonDerivedType(typeof(SideAsked), "side.asked")]
[JsonDerivedType(typeof(SideReplied), "side.replied")]
[JsonDerivedType(typeof(SideRecalled), "side.recalled")]
[JsonDerivedType(typeof(StepProposed), "step.proposed")]
[JsonDerivedType(typeof(StepProposalReturned), "step.proposal-returned")]
[JsonDerivedType(typeof(StepTransferred), "step.transferred")]
[JsonDerivedType(typeof(StepTakenBack), "step.taken-back")]
[JsonDerivedType(typeof(AnswerTakenBack), "step.answer-taken-back")]
[JsonDerivedType(typeof(StepAwaits), "step.awaits")]
[JsonDerivedType(typeof(StepReopened), "step.reopened")]
[JsonDerivedType(typeof(StepJumped), "step.jumped")]
[JsonDerivedType(typeof(Urged), "case.urged")]
[JsonDerivedType(typeof(Supervised), "case.supervised")]
[JsonDerivedType(typeof(CaseSuspended), "case.suspended")]
[JsonDerivedType(typeof(CaseResumed), "case.resumed")]
[JsonDerivedType(typeof(CaseReopened), "case.reopened")]
[JsonDerivedType(typeof(FormCorrected), "form.corrected")]
[JsonDerivedType(typeof(SilenceCorrected), "silence.corrected")]
[JsonDerivedType(typeof(ParticipantUncounted), "participant.uncounted")]
[JsonDerivedType(typeof(CaseMigrated), "case.migrated")]
[JsonDerivedType(typeof(MaterialStood), "material.stands")]
[JsonDerivedType(typeof(CaseAdopted), "case.adopted")]
[JsonDerivedType(typeof(DocumentServed), "document.served")]
[JsonDerivedType(typeof(Notified), "party.notified")]
[JsonDerivedType(typeof(PartyConfirmed), "party.confirmed")]
[JsonDerivedType(typeof(PartyAdded), "party.added")]
[JsonDerivedType(typeof(PartyUnconfirmed), "party.unconfirmed")]
[JsonDerivedType(typeof(AttendanceRecorded), "attendance.recorded")]
public abstract record CaseEvent;

/// <summary>A case was opened and bound to a definition.</summary>
public sealed record CaseLodged : CaseEvent, ICaseBegins
{
    /// <summary>The case's number.</summary>
    public required string Number { get; init; }

    /// <summary>The process.</summary>
    public required string Process { get; init; }

    /// <summary>The digest of the definition in force that day.</summary>
    public required string Definition { get; init; }

    /// <summary>The organisation behind each office's short name.</summary>
    public required ImmutableSortedDictionary<string, string> Offices { get; init; }

    /// <summary>The parties.</summary>
    public required ImmutableArray<PartyEntry> Parties { get; init; }

    /// <summary>The form.</summary>
    public required ImmutableSortedDictionary<string, FieldValue> Form { get; init; }

    /// <summary>The materials handed in.</summary>
    public ImmutableArray<string> Materials { get; init; } = [];

    /// <summary>The digest of the authority's calendar.</summary>
    public required string Calendar { get; init; }

    /// <summary>The effective day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The step of another case that waits for this one.</summary>
    public ParentLink? Parent { get; init; }
}

/// <summary>Somebody went through the list of materials.</summary>
/// <param name="Step">At which step.</param>
/// <param name="Received">What has been received, by id.</param>
/// <param name="Missing">What is required and missing, by id.</param>
public sealed record MaterialsChecked(string Step, ImmutableArray<string> Received, ImmutableArray<string> Missing)
    : CaseEvent,
        IForTheRecord
{
    bool IForTheRecord.IsAnnounced => false;
}

/// <summary>Lots were drawn; anybody can repeat the draw.</summary>
/// <param name="Step">At which step.</param>
/// <param name="Algorithm">The algorithm's name and version.</param>
/// <param name="Seed">Lower-case hex.</param>
/// <param name="Population">SHA-256 of the population in its order, lower-case hex.</param>
/// <param name="Drawn">The rows drawn, counted from 1, in the order drawn.</param>
public sealed record LotsDrawn(string Step, string Algorithm, string Seed, string Population, ImmutableArray<int> Drawn)
    : CaseEvent,
        IForTheRecord
{
    bool IForTheRecord.IsAnnounced => false;
}

/// <summary>A moment was marked.</summary>
/// <param name="Moment">Its name.</param>
/// <param name="Day">Its legal day.</param>
/// <param name="Step">The key of the step that marked it.</param>
public sealed record MomentMarked(string Moment, DateOnly Day, string Step) : CaseEvent;

/// <summary>A return took a moment's mark away.</summary>
/// <param name="Moment">Its name.</param>
public sealed record MomentUnmarked(string Moment) : CaseEvent;

/// <summary>A document was issued.</summary>
public sealed record DocumentIssued : CaseEvent
{
    /// <summary>Its type.</summary>
    public required string Document { get; init; }

    /// <summary>Its number; null where the type has none.</summary>
    public string? Number { get; init; }

    /// <summary>At which step.</summary>
    public required string Step { get; init; }

    /// <summary>The text as rendered at issue; sealed values stand as references.</summary>
    public required string Text { get; init; }

    /// <summary>Lower-case hex of SHA-256 over the text's UTF-8 bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The effective day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The day it was recorded, which gives the series its year.</summary>
    public required DateOnly RecordedOn { get; init; }

    /// <summary>The series the number was taken from; null for none.</summary>
    public string? Series { get; init; }

    /// <summary>The last day on which it is valid; null where it has none.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Those to whom it is addressed; null where it is for everybody who was a party when the case was lodged.</summary>
    public ImmutableArray<Addressee>? To { get; init; }
}

/// <summary>A document was declared void; its number is never used again.</summary>
/// <param name="Document">Its type.</param>
/// <param name="Number">Its number.</param>
/// <param name="Cause">Why.</param>
public sealed record DocumentVoided(string Document, string? Number, PutAside Cause) : CaseEvent, IForTheRecord
{
    bool IForTheRecord.IsAnnounced => false;
}

/// <summary>A copy went to somebody for information.</summary>
/// <param name="Step">The step it belongs to; null for the case.</param>
/// <param name="To">To whom.</param>
public sealed record CopySent(string? Step, ImmutableArray<Entitlement> To) : CaseEvent, IForTheRecord
{
    bool IForTheRecord.IsAnnounced => true;
}

/// <summary>Another case is called for.</summary>
/// <param name="Step">The step that waits.</param>
/// <param name="Lodge">The command that opens it.</param>
public sealed record CaseCalled(string Step, Lodge Lodge) : CaseEvent;

/// <summary>A remark.</summary>
/// <param name="Text">The text.</param>
/// <param name="Step">The step it belongs to; null for the case.</param>
/// <param name="By">Who.</param>
public sealed record CommentAdded(string Text, string? Step, string By) : CaseEvent, IForTheRecord
{
    bool IForTheRecord.IsAnnounced => false;

    /// <summary>False where the parties see it too. Null and true: it stays with the offices and with whoever said it.</summary>
    public bool? Internal { get; init; }
}

/// <summary>A stored file belongs to the case.</summary>
/// <param name="Sha256">Its content's hash.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Material">The material it is.</param>
/// <param name="Step">The step it belongs to.</param>
/// <param name="By">Who.</param>
public sealed record FileAttached(string Sha256, string Name, long Size, string? Material, string? Step, string By)
    : CaseEvent,
        IForTheRecord
{
    bool IForTheRecord.IsAnnounced => false;

    /// <summary>Whether a document is named by this file's name, or by its content's hash.</summary>
    public bool IsNamed(string? document) => Name == document || Sha256 == document;

    /// <summary>False where the parties see it too. Null and true: it stays with the offices and with whoever attached it.</summary>
    public bool? Internal { get; init; }

    /// <summary>The day on which it was recorded.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>Work has ended 办结.</summary>
/// <param name="Result">The result.</param>
/// <param name="On">The effective day.</param>
public sealed record CaseConcluded(string Result, DateOnly On) : CaseEvent;

/// <summary>Nothing at all is left 归档.</summary>
/// <param name="On">The effective day.</param>
/// <param name="KeepUntil">Until when the file is kept, included; null permanently.</param>
public sealed record CaseClosed(DateOnly On, DateOnly? KeepUntil) : CaseEvent;

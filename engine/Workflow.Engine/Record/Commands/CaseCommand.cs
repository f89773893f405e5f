using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Record.Commands;

/// <summary>What somebody, or a rule, asks of a case. A closed set; the stored names are fixed for ever.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Lodge), "lodge")]
[JsonDerivedType(typeof(Complete), "complete")]
[JsonDerivedType(typeof(Answer), "answer")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(Claim), "claim")]
[JsonDerivedType(typeof(Release), "release")]
[JsonDerivedType(typeof(Return), "return")]
[JsonDerivedType(typeof(Comment), "comment")]
[JsonDerivedType(typeof(Attach), "attach")]
[JsonDerivedType(typeof(PauseClock), "pause-clock")]
[JsonDerivedType(typeof(ResumeClock), "resume-clock")]
[JsonDerivedType(typeof(ExtendClock), "extend-clock")]
[JsonDerivedType(typeof(ExpireClock), "expire-clock")]
[JsonDerivedType(typeof(RederiveClocks), "rederive-clocks")]
[JsonDerivedType(typeof(Terminate), "terminate")]
[JsonDerivedType(typeof(AddSigner), "add-signer")]
[JsonDerivedType(typeof(RemoveSigner), "remove-signer")]
[JsonDerivedType(typeof(Transfer), "transfer")]
[JsonDerivedType(typeof(Entrust), "delegate")]
[JsonDerivedType(typeof(Consult), "consult")]
[JsonDerivedType(typeof(Recall), "recall")]
[JsonDerivedType(typeof(Reply), "reply")]
[JsonDerivedType(typeof(SendCopy), "copy")]
[JsonDerivedType(typeof(Urge), "urge")]
[JsonDerivedType(typeof(Supervise), "supervise")]
[JsonDerivedType(typeof(TakeBack), "take-back")]
[JsonDerivedType(typeof(Jump), "jump")]
[JsonDerivedType(typeof(SuspendCase), "suspend")]
[JsonDerivedType(typeof(ResumeCase), "resume")]
[JsonDerivedType(typeof(CancelCase), "cancel")]
[JsonDerivedType(typeof(ReopenCase), "reopen")]
[JsonDerivedType(typeof(CorrectForm), "correct-form")]
[JsonDerivedType(typeof(CorrectSilence), "correct-silence")]
[JsonDerivedType(typeof(MigrateCase), "migrate")]
[JsonDerivedType(typeof(ReceiveMaterial), "receive-material")]
[JsonDerivedType(typeof(ReturnMaterial), "return-material")]
[JsonDerivedType(typeof(ShareMaterial), "share-material")]
[JsonDerivedType(typeof(SealLots), "seal-lots")]
[JsonDerivedType(typeof(Redraw), "redraw")]
[JsonDerivedType(typeof(AdoptCase), "adopt")]
[JsonDerivedType(typeof(NameCalled), "name-called")]
[JsonDerivedType(typeof(Notify), "notify")]
[JsonDerivedType(typeof(ConfirmParty), "confirm-party")]
[JsonDerivedType(typeof(AddParty), "add-party")]
[JsonDerivedType(typeof(UnconfirmParty), "unconfirm-party")]
[JsonDerivedType(typeof(RecordAttendance), "record-attendance")]
public abstract record CaseCommand;

/// <summary>Opens a case.</summary>
public sealed record Lodge : CaseCommand, IOpensCase, IRecordsFields, IByRule, IMakesParties, INamesParties
{
    /// <summary>The process; the definition in force on the effective day is bound.</summary>
    public required string Process { get; init; }

    /// <summary>Who takes part, by role.</summary>
    public ImmutableArray<PartyEntry> Parties { get; init; } = [];

    /// <summary>The form's values by field id.</summary>
    public ImmutableSortedDictionary<string, FieldValue> Form { get; init; } = ImmutableSortedDictionary<string, FieldValue>.Empty;

    /// <summary>The materials handed in, by id.</summary>
    public ImmutableArray<string> Materials { get; init; } = [];

    /// <summary>The case and step that called for this one; null for none.</summary>
    public ParentLink? Parent { get; init; }

    bool IByRule.IsByRule => Parent is not null;

    IEnumerable<string> INamesPeople.People => Parties.Select(p => p.Person).Where(p => p is not "");

    IEnumerable<PartyEntry> INamesParties.Named => Parties;

    CaseCommand IRecordsFields.With(FieldsChange change) =>
        this with
        {
            Form = change(FieldsAsked.Form, Form),
            Parties = [.. Parties.Select(p => p.With(change))],
        };
}

/// <summary>The step of another case that waits for this one.</summary>
/// <param name="Case">The other case's number.</param>
/// <param name="Step">The key of the waiting step.</param>
public sealed record ParentLink(string Case, string Step)
{
    /// <summary>The run of the waiting step that called; null for the first.</summary>
    public int? Run { get; init; }

    /// <summary>The numbers of the cases above the one that waits, from the top; empty where nobody called that.</summary>
    public ImmutableArray<string> Callers { get; init; } = [];
}

/// <summary>Finishes a step with an outcome. An any-time step that may be opened is opened first.</summary>
public sealed record Complete : CaseCommand, IAtStep, ISays, INamesPeople, IRecordsFields, IByRule
{
    /// <summary>The step's key: its id, or id and row as <c>consult[2]</c>.</summary>
    public required string Step { get; init; }

    /// <summary>The outcome.</summary>
    public required string Outcome { get; init; }

    /// <summary>The fields asked for.</summary>
    public ImmutableSortedDictionary<string, FieldValue> Fields { get; init; } = ImmutableSortedDictionary<string, FieldValue>.Empty;

    /// <summary>The reasons; null where none are given.</summary>
    public string? Reasons { get; init; }

    /// <summary>Numbers entered for the documents it issues, by document id.</summary>
    public ImmutableSortedDictionary<string, string> Numbers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The materials received, by id; null where the list was not gone through.</summary>
    public ImmutableArray<string>? Materials { get; init; }

    /// <summary>The materials accepted on a written promise, by id, each with the promise's document.</summary>
    public ImmutableSortedDictionary<string, string> Promised { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The last day of validity, included, of received materials that carry one, by id.</summary>
    public ImmutableSortedDictionary<string, DateOnly> ValidUntil { get; init; } = ImmutableSortedDictionary<string, DateOnly>.Empty;

    /// <summary>The other officers who sign.</summary>
    public ImmutableArray<string> With { get; init; } = [];

    /// <summary>The run of a call that the called case answers; null for the first, and for what a person does.</summary>
    public int? Run { get; init; }

    bool IByRule.IsByRule => Run is not null;

    string? ISays.Said => Reasons;

    IEnumerable<string> INamesPeople.People => With;

    CaseCommand IRecordsFields.With(FieldsChange change) => this with { Fields = change(new FieldsAsked(Step, Outcome), Fields) };
}

/// <summary>Answers in a joint review.</summary>
public sealed record Answer : CaseCommand, IAtStep, ISays, INamesPeople, IRecordsFields
{
    /// <summary>The joint's key.</summary>
    public required string Step { get; init; }

    /// <summary>The participant answered for; null when the actor can be only one.</summary>
    public string? Participant { get; init; }

    /// <summary>The outcome voted for; null abstains.</summary>
    public string? Choice { get; init; }

    /// <summary>The opinion, kept verbatim.</summary>
    public string? Opinion { get; init; }

    /// <summary>The fields asked for.</summary>
    public ImmutableSortedDictionary<string, FieldValue> Fields { get; init; } = ImmutableSortedDictionary<string, FieldValue>.Empty;

    /// <summary>Numbers entered for the documents that the result may issue, by document id.</summary>
    public ImmutableSortedDictionary<string, string> Numbers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The other officers who sign.</summary>
    public ImmutableArray<string> With { get; init; } = [];

    string? ISays.Said => Opinion;

    IEnumerable<string> INamesPeople.People => With;

    CaseCommand IRecordsFields.With(FieldsChange change) => this with { Fields = change(new FieldsAsked(Step, Choice), Fields) };
}

/// <summary>Opens an any-time step as a task.</summary>
/// <param name="Step">Its id.</param>
public sealed record Open(string Step) : CaseCommand, IAtStep;

/// <summary>Takes a task that several may act on.</summary>
/// <param name="Step">The step's key.</param>
public sealed record Claim(string Step) : CaseCommand, IAtStep;

/// <summary>Gives a claimed task back to all; in a joint review an answer that a rule gave to the actor.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="Participant">The participant of a joint review; null when the actor holds only one answer, and at a step of one post.</param>
public sealed record Release(string Step, string? Participant = null) : CaseCommand, IAtStep;

/// <summary>Returns the case from an open step to an earlier one of the same list or of one around it.</summary>
/// <param name="From">The open step.</param>
/// <param name="To">The earlier step.</param>
/// <param name="Reasons">Why; not empty.</param>
/// <param name="Then">How it goes on from there; null for <see cref="ReturnMode.ReRun"/>.</param>
public sealed record Return(string From, string To, string Reasons, ReturnMode? Then = null) : CaseCommand, IAtStep, ISays
{
    string IAboutStep.Step => From;

    string ISays.Said => Reasons;
}

/// <summary>Adds a remark. It changes no step, form or clock.</summary>
/// <param name="Text">The remark; 1 to 4,000 characters.</param>
/// <param name="Step">The step it belongs to; null for the case.</param>
public sealed record Comment(string Text, string? Step = null) : CaseCommand, IAboutStep, IAtAnyTime, IWhileConcluding
{
    /// <summary>False where the parties may see it too; null and true keep it with the offices and with whoever gives it.</summary>
    public bool? Internal { get; init; }
}

/// <summary>Names a file that was stored by its hash before.</summary>
/// <param name="Sha256">Lower-case hex of the content's SHA-256.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Material">The material it is; null for none.</param>
/// <param name="Step">The step it belongs to; null for the case.</param>
public sealed record Attach(string Sha256, string Name, long Size, string? Material = null, string? Step = null)
    : CaseCommand,
        IAboutStep,
        IAtAnyTime,
        IWhileConcluding
{
    /// <summary>False where the parties may see it too; null and true keep it with the offices and with whoever gives it.</summary>
    public bool? Internal { get; init; }
}

/// <summary>Pauses a clock on a ground of its rule. The effective day is the from-day.</summary>
/// <param name="Clock">The clock's id.</param>
/// <param name="Ground">The ground.</param>
/// <param name="Document">The notice that tells the party.</param>
/// <param name="To">The to-day that the notice announces; null when it announces none.</param>
public sealed record PauseClock(string Clock, string Ground, string Document, DateOnly? To = null) : CaseCommand, IOnClock, IInAfterCare
{
    CaseCommand IOnClock.On(string id) => this with { Clock = id };
}

/// <summary>Ends a pause on the effective day; only the length announced is excluded.</summary>
/// <param name="Clock">The clock's id.</param>
/// <param name="Ground">The ground of the pause.</param>
public sealed record ResumeClock(string Clock, string Ground) : CaseCommand, IOnClock, IInAfterCare
{
    CaseCommand IOnClock.On(string id) => this with { Clock = id };
}

/// <summary>Extends a clock as its rule allows.</summary>
/// <param name="Clock">The clock's id.</param>
/// <param name="By">How long.</param>
/// <param name="Reasons">Why; told to the party.</param>
public sealed record ExtendClock(string Clock, Period By, string Reasons) : CaseCommand, IOnClock, ISays, IInAfterCare
{
    string ISays.Said => Reasons;

    CaseCommand IOnClock.On(string id) => this with { Clock = id };
}

/// <summary>Does what has fallen due on a clock. Issued by the sweep and by settling, never by a person.</summary>
/// <param name="Clock">The clock's id.</param>
public sealed record ExpireClock(string Clock) : CaseCommand, IInAfterCare, IWhileConcluding, ISettles;

/// <summary>Derives again the clocks that stand on a superseded calendar.</summary>
public sealed record RederiveClocks : CaseCommand, IInAfterCare, IWhileConcluding, ISettles;

/// <summary>Ends a case before its end for a reason of law.</summary>
/// <param name="Reasons">Why; null only where a rule terminates, and not empty where a person does.</param>
public sealed record Terminate(string? Reasons = null) : CaseCommand, ISays, IByRule
{
    /// <summary>The number of the case that called this one and waits for it no longer; null where a person terminates.</summary>
    public string? NotAwaitedBy { get; init; }

    string? ISays.Said => Reasons;

    bool IByRule.IsByRule => NotAwaitedBy is not null;
}

/// <summary>Tells a case the number under which what it called was lodged. Issued by the called case, never by a person.</summary>
/// <param name="Step">The key of the step that called.</param>
/// <param name="Run">Its run, from 1.</param>
/// <param name="Case">The called case's number.</param>
public sealed record NameCalled(string Step, int Run, string Case) : CaseCommand, IByRule, IAtAnyTime
{
    bool IByRule.IsByRule => true;
}

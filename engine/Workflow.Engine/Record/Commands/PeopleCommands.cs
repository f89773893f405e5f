using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Workflow.Engine.Record.Commands;

/// <summary>Where an added signer signs.</summary>
public enum SignerPlace
{
    /// <summary>Before the holder of the step, who waits for it 前加签.</summary>
    Before,

    /// <summary>After the holder, whose outcome waits for it 后加签.</summary>
    After,

    /// <summary>Beside the holder, in any order 并加签; in a joint review as one more on the roll.</summary>
    Beside,
}

/// <summary>Has one more person sign at an open step 加签.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="Person">Who is to sign.</param>
/// <param name="Place">Where.</param>
/// <param name="Reasons">Why, or what to look at; null for nothing.</param>
public sealed record AddSigner(string Step, string Person, SignerPlace Place, string? Reasons = null)
    : CaseCommand,
        IAtStep,
        ISays,
        INamesPeople
{
    string? ISays.Said => Reasons;

    IEnumerable<string> INamesPeople.People => [Person];
}

/// <summary>Takes an added signer off who has not signed 减签; votes are counted again.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="Person">The added signer.</param>
/// <param name="Reasons">Why; not empty.</param>
public sealed record RemoveSigner(string Step, string Person, string Reasons) : CaseCommand, IAtStep, ISays
{
    string ISays.Said => Reasons;
}

/// <summary>Hands a task over to a colleague for good 转办.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="Person">Who acts from now on.</param>
/// <param name="Reasons">Why; not empty.</param>
/// <param name="Participant">The participant of a joint review whose task it is; null when there is only one.</param>
public sealed record Transfer(string Step, string Person, string Reasons, string? Participant = null)
    : CaseCommand,
        IAtStep,
        ISays,
        INamesPeople
{
    string ISays.Said => Reasons;

    IEnumerable<string> INamesPeople.People => [Person];
}

/// <summary>Has somebody else do the work of a step, which then comes back 委派.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="Person">Who does the work.</param>
/// <param name="Words">What is to be done; null for nothing special.</param>
public sealed record Entrust(string Step, string Person, string? Words = null) : CaseCommand, IAtStep, ISays, INamesPeople
{
    string? ISays.Said => Words;

    IEnumerable<string> INamesPeople.People => [Person];
}

/// <summary>Asks somebody for an opinion without a vote 征求意见. Nothing waits for it.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="Question">What is asked; not empty.</param>
/// <param name="Person">The person asked; null to ask a post.</param>
/// <param name="Office">The short name of the office asked; null to ask a person.</param>
/// <param name="Role">The role there; null to ask a person.</param>
public sealed record Consult(string Step, string Question, string? Person = null, string? Office = null, string? Role = null)
    : CaseCommand,
        IAtStep,
        ISays,
        INamesPeople
{
    string ISays.Said => Question;

    IEnumerable<string> INamesPeople.People => Person is null ? [] : [Person];
}

/// <summary>Takes back what was asked of somebody who has not replied.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="Number">The number of the request at that step.</param>
public sealed record Recall(string Step, int Number) : CaseCommand, IAtStep;

/// <summary>Replies as an added signer, as one who was asked, or as one who did the work.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="Opinion">The opinion, kept verbatim; not empty.</param>
/// <param name="Agrees">Whether a signer agrees; what a signer after the holder does not agree to goes back to the holder.</param>
/// <param name="Number">The number of the request; null when only one waits for the actor.</param>
public sealed record Reply(string Step, string Opinion, bool Agrees = true, int? Number = null) : CaseCommand, IAtStep, ISays
{
    string ISays.Said => Opinion;
}

/// <summary>Sends copies of the case to people for information 抄送.</summary>
/// <param name="People">To whom; 1 to 50.</param>
/// <param name="Step">The step it is about; null for the case.</param>
public sealed record SendCopy(ImmutableArray<string> People, string? Step = null) : CaseCommand, IAtAnyTime, IAboutStep, INamesPeople
{
    IEnumerable<string> INamesPeople.People => People.IsDefault ? [] : People;
}

/// <summary>Urges those who have to act at an open step 催办, or somebody who has not read the copy that they were sent 催阅; at most once a day by the same person.</summary>
/// <param name="Text">What is said; not empty.</param>
/// <param name="Step">The step's key; for a reader the step that the words are about, null for the case.</param>
/// <param name="Reader">The person who was sent a copy; null to urge those who have to act.</param>
public sealed record Urge(string Text, string? Step = null, string? Reader = null)
    : CaseCommand,
        IAtAnyTime,
        IAtStep,
        IToReader,
        ISays,
        INamesPeople
{
    /// <summary>The step's key; null for the case. An empty one is none.</summary>
    public string? Step { get; init; } = Step is { Length: > 0 } ? Step : null;

    string ISays.Said => Text;

    bool IAtAnyTime.IsAtAnyTime => Reader is not null;

    IEnumerable<string> INamesPeople.People => Reader is null ? [] : [Reader];
}

/// <summary>Supervises a case 督办: an instruction of the supervision office, which changes no step, form or clock.</summary>
/// <param name="Text">The instruction; not empty.</param>
/// <param name="Step">The step it is about; null for the case.</param>
/// <param name="ReportBy">The day by which a report is expected, included; null for none.</param>
public sealed record Supervise(string Text, string? Step = null, DateOnly? ReportBy = null) : CaseCommand, IAtAnyTime, IAboutStep, ISays
{
    string ISays.Said => Text;
}

/// <summary>Tells a party something in writing 补充告知: it asks nothing and starts nothing, and is on record.</summary>
/// <param name="Party">The role of the party.</param>
/// <param name="Text">What the party is told; not empty.</param>
/// <param name="Document">The number of the written notice; null where it has none.</param>
public sealed record Notify(string Party, string Text, string? Document = null) : CaseCommand, IInAfterCare, IWhileConcluding, ISays
{
    string ISays.Said => Text;
}

/// <summary>Confirms that somebody whom another party named is a party of the case: the person accepts it, or an officer of the leading office has checked it.</summary>
/// <param name="Person">The person's id.</param>
public sealed record ConfirmParty(string Person) : CaseCommand, IWhileConcluding, ISays, IMakesParties
{
    /// <summary>What was checked; null where nobody says.</summary>
    public string? Reasons { get; init; }

    string? ISays.Said => Reasons;

    IEnumerable<string> INamesPeople.People => [Person];
}

/// <summary>Takes back what an officer confirmed in error: somebody is again a party only as another party says.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="Reasons">Why; not empty.</param>
public sealed record UnconfirmParty(string Person, string Reasons) : CaseCommand, IWhileConcluding, ISays, IMakesParties
{
    string ISays.Said => Reasons;

    IEnumerable<string> INamesPeople.People => [Person];
}

/// <summary>Has somebody join a running case as a party 追加当事人. What was done before stays; what comes after is theirs too.</summary>
public sealed record AddParty : CaseCommand, ISays, IMakesParties, INamesParties, IRecordsFields
{
    /// <summary>Makes a command that is read.</summary>
    public AddParty() { }

    /// <summary>Makes a command.</summary>
    /// <param name="party">The role in the process.</param>
    /// <param name="person">The person who acts for it here, as the register knows them.</param>
    /// <param name="name">The party's name.</param>
    /// <param name="reasons">Why it is one.</param>
    [SetsRequiredMembers]
    public AddParty(string party, string person, string name, string reasons) =>
        (Party, Person, Name, Reasons) = (party, person, name, reasons);

    /// <summary>The role in the process.</summary>
    public required string Party { get; init; }

    /// <summary>The person who acts for it here, as the register knows them; empty where they have no account.</summary>
    public string Person { get; init; } = "";

    /// <summary>The party's name.</summary>
    public required string Name { get; init; }

    /// <summary>Why; not empty.</summary>
    public required string Reasons { get; init; }

    /// <summary>The paper by which it showed who it is; null where nobody looked.</summary>
    public PartyIdentity? Identity { get; init; }

    /// <summary>Who came in its place; null where it came itself.</summary>
    public PartyAgent? Agent { get; init; }

    string ISays.Said => Reasons;

    IEnumerable<string> INamesPeople.People => Person is "" ? [] : [Person];

    IEnumerable<PartyEntry> INamesParties.Named => [Entry];

    /// <summary>The party as the command names it.</summary>
    internal PartyEntry Entry => new(Party, Person, Name) { Identity = Identity, Agent = Agent };

    CaseCommand IRecordsFields.With(FieldsChange change) =>
        Entry.With(change) is var party ? this with { Identity = party.Identity, Agent = party.Agent } : this;
}

/// <summary>Records who stayed away from a joint review that has a quorum. It takes the place of what was recorded before.</summary>
/// <param name="Step">The joint's key.</param>
/// <param name="Absent">Those who stayed away: persons, or participants by key; empty where everybody is there.</param>
/// <param name="Reasons">Why they stayed away; null for nothing.</param>
public sealed record RecordAttendance(string Step, ImmutableArray<string> Absent, string? Reasons = null) : CaseCommand, IAtStep, ISays
{
    string? ISays.Said => Reasons;
}

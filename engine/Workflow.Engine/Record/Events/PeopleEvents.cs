using System.Collections.Immutable;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.Events;

/// <summary>Somebody was involved beside the holder of a step.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="Task">What is asked of whom.</param>
public sealed record SideAsked(string Step, SideTask Task) : CaseEvent;

/// <summary>Somebody who was involved has replied.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="Number">The number of the request at that step.</param>
/// <param name="Reply">The reply.</param>
public sealed record SideReplied(string Step, int Number, SideReply Reply) : CaseEvent;

/// <summary>What was asked of somebody was taken back.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="Number">The number of the request at that step.</param>
/// <param name="By">Who took it back.</param>
/// <param name="Reasons">Why; null where none are given.</param>
public sealed record SideRecalled(string Step, int Number, string By, string? Reasons) : CaseEvent;

/// <summary>The holder has come to an outcome, which waits for the signers after it.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="Proposal">The outcome with all that belongs to it.</param>
public sealed record StepProposed(string Step, Proposal Proposal) : CaseEvent;

/// <summary>A signer after the holder did not agree: the step is the holder's again.</summary>
/// <param name="Step">The step's key.</param>
public sealed record StepProposalReturned(string Step) : CaseEvent
{
    /// <summary>The code of the refusal where everybody signed and the outcome was not allowed any more; null where a signer did not agree.</summary>
    public string? Because { get; init; }
}

/// <summary>A task was handed over for good.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="From">Who was entitled.</param>
/// <param name="To">Who is entitled now.</param>
/// <param name="By">Who handed it over.</param>
/// <param name="Reasons">Why.</param>
public sealed record StepTransferred(string Step, Entitlement From, Entitlement To, Actor By, string Reasons) : CaseEvent;

/// <summary>Those who have to act were urged, or somebody was to read their copy.</summary>
/// <param name="Step">The step's key; null where a reader was urged about the case.</param>
/// <param name="By">Who urged.</param>
/// <param name="To">Who was urged.</param>
/// <param name="Text">What was said.</param>
/// <param name="On">The effective day.</param>
public sealed record Urged(string? Step, string By, ImmutableArray<Entitlement> To, string Text, DateOnly On) : CaseEvent, IForTheRecord
{
    bool IForTheRecord.IsAnnounced => true;

    /// <summary>The person who is to read the copy that they were sent; null where those who have to act were urged.</summary>
    public string? Reader { get; init; }
}

/// <summary>The supervision office gave an instruction.</summary>
/// <param name="By">Who gave it.</param>
/// <param name="Text">The instruction.</param>
/// <param name="Step">The step it is about; null for the case.</param>
/// <param name="ReportBy">The day by which a report is expected, included; null for none.</param>
/// <param name="On">The effective day.</param>
public sealed record Supervised(string By, string Text, string? Step, DateOnly? ReportBy, DateOnly On) : CaseEvent, IForTheRecord
{
    bool IForTheRecord.IsAnnounced => true;
}

/// <summary>A party was told something in writing.</summary>
/// <param name="Party">The role of the party.</param>
/// <param name="To">Those who act for it.</param>
/// <param name="Text">What was said.</param>
/// <param name="Document">The number of the written notice; null where it has none.</param>
/// <param name="By">Who told it.</param>
/// <param name="On">The effective day, on which it was served.</param>
public sealed record Notified(string Party, ImmutableArray<Entitlement> To, string Text, string? Document, string By, DateOnly On)
    : CaseEvent,
        IForTheRecord
{
    // Whoever has no account is told on paper, and by nothing else.
    bool IForTheRecord.IsAnnounced => To.IsEmpty || To.Any(e => !VisitorId.Is(e.Person));
}

/// <summary>It is certain that somebody whom another party named is a party: they accepted it or acted as one, or an officer confirmed it.</summary>
/// <param name="Person">Id of the natural person.</param>
/// <param name="By">Who made it certain.</param>
/// <param name="On">The effective day.</param>
public sealed record PartyConfirmed(string Person, string By, DateOnly On) : CaseEvent, IForTheRecord
{
    bool IForTheRecord.IsAnnounced => false;

    /// <summary>What was checked; null where nobody said.</summary>
    public string? Reasons { get; init; }
}

/// <summary>An officer had confirmed in error that somebody is a party: another party alone says so again.</summary>
/// <param name="Person">Id of the natural person.</param>
/// <param name="By">Who took it back.</param>
/// <param name="Reasons">Why.</param>
/// <param name="On">The effective day.</param>
public sealed record PartyUnconfirmed(string Person, string By, string Reasons, DateOnly On) : CaseEvent, IForTheRecord
{
    bool IForTheRecord.IsAnnounced => false;

    /// <summary>Whether an officer had added the person to the running case; null where not.</summary>
    public bool? Joined { get; init; }
}

/// <summary>Somebody joined the case as a party.</summary>
/// <param name="Party">The party, with the day from which it is one.</param>
/// <param name="Steps">The keys of the steps that wait for its role and from now on for its person too.</param>
/// <param name="By">Who added it.</param>
/// <param name="Reasons">Why.</param>
public sealed record PartyAdded(PartyEntry Party, ImmutableArray<string> Steps, string By, string Reasons) : CaseEvent, IForTheRecord
{
    bool IForTheRecord.IsAnnounced => true;
}

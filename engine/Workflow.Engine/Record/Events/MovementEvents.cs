using System.Collections.Immutable;
using Workflow.Engine.Expressions;

namespace Workflow.Engine.Record.Events;

/// <summary>Somebody took back an outcome: the same run of the step is open again.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="By">Who; the task stays claimed by them. Null where nobody has claimed it.</param>
/// <param name="On">The effective day.</param>
public sealed record StepTakenBack(string Step, string? By, DateOnly On) : CaseEvent;

/// <summary>Somebody took back an answer in a joint review.</summary>
/// <param name="Step">The joint's key.</param>
/// <param name="Participant">The participant whose answer it was.</param>
public sealed record AnswerTakenBack(string Step, string Participant) : CaseEvent;

/// <summary>The case was returned and comes straight back: a step opens again once an earlier one is done again.</summary>
/// <param name="Step">The step that waits.</param>
/// <param name="For">The step it waits for.</param>
public sealed record StepAwaits(string Step, string For) : CaseEvent;

/// <summary>The case went on at a later step without what lies between.</summary>
/// <param name="To">The later step.</param>
/// <param name="By">Who decided so.</param>
/// <param name="Reasons">Why.</param>
public sealed record StepJumped(string To, string By, string Reasons) : CaseEvent;

/// <summary>The work was suspended.</summary>
/// <param name="Document">The notice.</param>
/// <param name="Reasons">Why.</param>
/// <param name="On">The effective day.</param>
public sealed record CaseSuspended(string Document, string Reasons, DateOnly On) : CaseEvent;

/// <summary>The work goes on.</summary>
/// <param name="On">The effective day.</param>
public sealed record CaseResumed(DateOnly On) : CaseEvent;

/// <summary>A concluded case was opened again.</summary>
/// <param name="Step">The step at which it starts again.</param>
/// <param name="Document">The order.</param>
/// <param name="Reasons">Why.</param>
/// <param name="On">The effective day.</param>
public sealed record CaseReopened(string Step, string Document, string Reasons, DateOnly On) : CaseEvent;

/// <summary>Values of the form were corrected.</summary>
/// <param name="Fields">The new values by field id.</param>
/// <param name="Document">What shows the error.</param>
/// <param name="By">Who corrected them.</param>
/// <param name="Reasons">Why.</param>
public sealed record FormCorrected(ImmutableSortedDictionary<string, FieldValue> Fields, string Document, string By, string Reasons)
    : CaseEvent,
        IForTheRecord
{
    bool IForTheRecord.IsAnnounced => true;
}

/// <summary>An outcome that took effect by silence was reversed.</summary>
/// <param name="Clock">The clock whose rule ran it.</param>
/// <param name="Step">The step's key.</param>
/// <param name="Outcome">The outcome reversed; for a participant what the silence counted as, or <c>not-counted</c>.</param>
/// <param name="Document">What shows the act in time.</param>
/// <param name="Reasons">Why.</param>
public sealed record SilenceCorrected(string Clock, string Step, string Outcome, string Document, string Reasons) : CaseEvent
{
    /// <summary>The participant of the joint review whose silence it was: what the rule wrote for them is gone. Null where the silence gave the whole step its outcome.</summary>
    public string? Participant { get; init; }
}

using System.Collections.Immutable;
using Workflow.Engine.Expressions;

namespace Workflow.Engine.Record.Commands;

/// <summary>Takes back one's own outcome, or one's own answer in a joint review, until the next has acted 拿回.</summary>
/// <param name="Step">The step's key.</param>
/// <param name="Participant">The participant whose answer it is; null when there is only one.</param>
public sealed record TakeBack(string Step, string? Participant = null) : CaseCommand, IAtStep;

/// <summary>Goes on at a later step of a list without what lies between, never over a mandatory step 跳转.</summary>
/// <param name="To">The later step.</param>
/// <param name="Reasons">Why; not empty.</param>
public sealed record Jump(string To, string Reasons) : CaseCommand, ISays
{
    string ISays.Said => Reasons;
}

/// <summary>Suspends the work on a case 挂起. It stops no clock.</summary>
/// <param name="Document">The notice behind it; not empty.</param>
/// <param name="Reasons">Why; not empty.</param>
public sealed record SuspendCase(string Document, string Reasons) : CaseCommand, ISays
{
    string ISays.Said => Reasons;
}

/// <summary>Lets the work on a suspended case go on 恢复.</summary>
public sealed record ResumeCase : CaseCommand;

/// <summary>Cancels a case that should not have been opened 作废: nothing has been accepted or decided in it.</summary>
/// <param name="Reasons">Why; not empty.</param>
public sealed record CancelCase(string Reasons) : CaseCommand, ISays
{
    string ISays.Said => Reasons;
}

/// <summary>Opens a concluded case again at a step, as a court or a reconsideration organ ordered. Its clocks begin anew under the order, and its parties are told.</summary>
/// <param name="Step">The step at which it starts again.</param>
/// <param name="Document">The order: the name or the hash of a file of the case.</param>
/// <param name="Reasons">Why; not empty.</param>
public sealed record ReopenCase(string Step, string Document, string Reasons) : CaseCommand, IAtAnyTime, ISays
{
    string ISays.Said => Reasons;
}

/// <summary>Corrects values of the form 更正. What was recorded before stands in the history.</summary>
/// <param name="Fields">The new values by field id; at least one.</param>
/// <param name="Document">What shows the error; not empty.</param>
/// <param name="Reasons">Why; not empty.</param>
public sealed record CorrectForm(ImmutableSortedDictionary<string, FieldValue> Fields, string Document, string Reasons)
    : CaseCommand,
        IAtAnyTime,
        ISays,
        IRecordsFields
{
    string ISays.Said => Reasons;

    CaseCommand IRecordsFields.With(FieldsChange change) => this with { Fields = change(FieldsAsked.Form, Fields) };
}

/// <summary>Reverses an outcome that took effect by silence, because an act in time was not recorded. The step is open again for that act.</summary>
/// <param name="Clock">The clock whose rule ran the outcome.</param>
/// <param name="Document">What shows the act in time; not empty.</param>
/// <param name="Reasons">Why; not empty.</param>
public sealed record CorrectSilence(string Clock, string Document, string Reasons) : CaseCommand, IOnClock, ISays
{
    string ISays.Said => Reasons;

    CaseCommand IOnClock.On(string id) => this with { Clock = id };
}

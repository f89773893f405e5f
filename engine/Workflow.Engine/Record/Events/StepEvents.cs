using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.Events;

/// <summary>A step, a joint or a block was opened.</summary>
/// <param name="Step">Its key.</param>
/// <param name="Instance">Counted from 1 over all runs.</param>
/// <param name="Entitled">Who may act; empty for a block.</param>
/// <param name="On">The day the task opened.</param>
/// <param name="Since">The effective day of what opened it: nothing at the step takes effect before.</param>
/// <param name="Kept">Answers that stand from an earlier run of a joint.</param>
public sealed record StepOpened(
    string Step,
    int Instance,
    ImmutableArray<Entitlement> Entitled,
    DateOnly On,
    DateOnly Since,
    ImmutableArray<GivenAnswer> Kept
) : CaseEvent
{
    /// <summary>Who holds a post whose holders all answer, and has no seat because the case is their own.</summary>
    public ImmutableArray<string> Recused { get; init; } = [];
}

/// <summary>A step did not apply: its value is none.</summary>
/// <param name="Step">Its key.</param>
public sealed record StepSkipped(string Step) : CaseEvent;

/// <summary>Somebody took a task.</summary>
/// <param name="Step">Its key.</param>
/// <param name="Person">Who.</param>
public sealed record StepClaimed(string Step, string Person) : CaseEvent;

/// <summary>A claimed task was given back.</summary>
/// <param name="Step">Its key.</param>
public sealed record StepReleased(string Step) : CaseEvent
{
    /// <summary>The participant of a joint review whose answer was given back; null for a step of one post.</summary>
    public string? Participant { get; init; }
}

/// <summary>A participant answered.</summary>
/// <param name="Step">The joint's key.</param>
/// <param name="Given">The answer.</param>
public sealed record AnswerGiven(string Step, GivenAnswer Given) : CaseEvent;

/// <summary>A step has its outcome.</summary>
public sealed record StepCompleted : CaseEvent
{
    /// <summary>Its key.</summary>
    public required string Step { get; init; }

    /// <summary>The outcome; for a choice the case taken.</summary>
    public required string Outcome { get; init; }

    /// <summary>Who finished it: the natural person, a rule, or another system.</summary>
    public required Actor By { get; init; }

    /// <summary>The one acted for; null for oneself.</summary>
    public string? For { get; init; }

    /// <summary>The others who sign.</summary>
    public ImmutableArray<string> With { get; init; } = [];

    /// <summary>What was recorded.</summary>
    public ImmutableSortedDictionary<string, FieldValue> Fields { get; init; } = ImmutableSortedDictionary<string, FieldValue>.Empty;

    /// <summary>The reasons, as they were written; null for none.</summary>
    public string? Reasons { get; init; }

    /// <summary>Why a rule gave the outcome where nobody wrote reasons; null otherwise.</summary>
    public Because? Because { get; init; }

    /// <summary>The effective day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Whether steps or an exit of the outcome follow before the step is finished.</summary>
    public bool Follows { get; init; }
}

/// <summary>The steps that follow an outcome have ended.</summary>
/// <param name="Step">The step's key.</param>
public sealed record StepFinished(string Step) : CaseEvent;

/// <summary>An open step was closed without an outcome.</summary>
/// <param name="Step">Its key.</param>
/// <param name="Cause">Why.</param>
/// <param name="On">The effective day.</param>
public sealed record StepWithdrawn(string Step, PutAside Cause, DateOnly On) : CaseEvent;

/// <summary>The case went back: the named steps run again; their results stay in the history.</summary>
/// <param name="From">The step at which it was decided.</param>
/// <param name="To">The step it went back to.</param>
/// <param name="Outcome">The outcome that went back; null for a return by hand.</param>
/// <param name="Steps">The keys of the superseded steps, in the order of the definition.</param>
/// <param name="Kept">The joint reviews among them whose answers stand in their next run.</param>
/// <param name="Reasons">Why; null for an outcome's own exit.</param>
/// <param name="On">The effective day.</param>
public sealed record StepsSuperseded(
    string From,
    string To,
    string? Outcome,
    ImmutableArray<string> Steps,
    ImmutableArray<string> Kept,
    string? Reasons,
    DateOnly On
) : CaseEvent
{
    /// <summary>What put the runs aside.</summary>
    public required PutAside Cause { get; init; }
}

/// <summary>A block that had ended is open again, because a step inside it runs again.</summary>
/// <param name="Step">The block's key.</param>
/// <param name="For">The key of the step that runs again.</param>
/// <param name="Follows">Whether its outcome stands and what follows from it runs; false for branches, which come to an end anew.</param>
public sealed record StepReopened(string Step, string For, bool Follows) : CaseEvent;

using System.Collections.Immutable;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Migration;

/// <summary>What a move to another definition would do to one case. Nothing of it is written.</summary>
public sealed record MigrationReport
{
    /// <summary>The case's number.</summary>
    public required string Case { get; init; }

    /// <summary>The digest of the definition that it is bound to.</summary>
    public required string From { get; init; }

    /// <summary>The digest of the definition to move to.</summary>
    public required string To { get; init; }

    /// <summary>What becomes of each step of the case, and what opens or is passed over; empty when it cannot move.</summary>
    public ImmutableArray<StepMove> Steps { get; init; } = [];

    /// <summary>What becomes of each clock that runs, and which start; empty when it cannot move.</summary>
    public ImmutableArray<ClockMove> Clocks { get; init; } = [];

    /// <summary>Everything that stands in the way; empty when it can move.</summary>
    public ImmutableArray<Refusal> Obstacles { get; init; } = [];

    /// <summary>Whether it can move.</summary>
    public bool Possible => Obstacles.IsEmpty;
}

/// <summary>What becomes of a step.</summary>
/// <param name="Key">Its key before; null for one that the target adds.</param>
/// <param name="Becomes">Its key after; null for one that is history only.</param>
/// <param name="Status">Where it stands after the move.</param>
/// <param name="Fate">What becomes of it.</param>
public sealed record StepMove(string? Key, string? Becomes, StepStatus Status, StepFate Fate);

/// <summary>What becomes of a step in a move.</summary>
public enum StepFate
{
    /// <summary>It stays as it is.</summary>
    Stays,

    /// <summary>It stays under another name.</summary>
    Renamed,

    /// <summary>It stays open, and others act at it.</summary>
    Reassigned,

    /// <summary>It ended before; the target does not have it.</summary>
    History,

    /// <summary>The target adds it where the case has been: it does not apply.</summary>
    Passed,

    /// <summary>It opens with the move.</summary>
    Opens,
}

/// <summary>What becomes of a clock.</summary>
/// <param name="Id">Its id before; null for one that starts.</param>
/// <param name="Becomes">Its id after; null for one that ends.</param>
/// <param name="Was">Its last day before, included; null for one that starts.</param>
/// <param name="Now">Its last day after, included; null for one that ends.</param>
/// <param name="StartDay">The day it started from, which no move changes.</param>
/// <param name="Fate">What becomes of it.</param>
public sealed record ClockMove(string? Id, string? Becomes, DateOnly? Was, DateOnly? Now, DateOnly StartDay, ClockFate Fate);

/// <summary>What becomes of a clock in a move.</summary>
public enum ClockFate
{
    /// <summary>Its rule is the same, and so is its last day.</summary>
    Kept,

    /// <summary>It is derived again from the same facts under the target's rule.</summary>
    Rederived,

    /// <summary>The mapping ends it.</summary>
    Ends,

    /// <summary>The target adds it.</summary>
    Starts,
}

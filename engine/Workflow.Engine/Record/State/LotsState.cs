using System.Collections.Immutable;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Record.State;

/// <summary>What is true of the lots at one run of a draw.</summary>
public sealed record LotsState
{
    /// <summary>What was fixed before the draw, last; null where nothing was.</summary>
    public LotsSealed? Sealed { get; init; }

    /// <summary>The seed, lower-case hex; null before the draw.</summary>
    public string? Seed { get; init; }

    /// <summary>The hash of the population that was drawn from; null before the draw.</summary>
    public string? Population { get; init; }

    /// <summary>How many places of the permutation are used up.</summary>
    public int Used { get; init; }

    /// <summary>The rows that stepped back, in order.</summary>
    public ImmutableArray<Recusal> Recused { get; init; } = [];
}

using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Deciding.Lots;

/// <summary>A draw of a case as anybody can repeat it from the ledger alone.</summary>
public sealed record RepeatedDraw
{
    /// <summary>The key of the draw.</summary>
    public required string Step { get; init; }

    /// <summary>The entry that drew.</summary>
    public required long Entry { get; init; }

    /// <summary>The algorithm's name and version.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The hash of the population, lower-case hex.</summary>
    public required string Population { get; init; }

    /// <summary>How many rows it has; null where no table of the form has that hash.</summary>
    public int? Size { get; init; }

    /// <summary>The commitment made before; null where the draw was not sealed.</summary>
    public string? Commitment { get; init; }

    /// <summary>The commitments given up before it, in order.</summary>
    public ImmutableArray<string> GivenUp { get; init; } = [];

    /// <summary>The salt; null where the draw was not sealed.</summary>
    public string? Salt { get; init; }

    /// <summary>The seed.</summary>
    public required string Seed { get; init; }

    /// <summary>The rows drawn at first, in the order drawn.</summary>
    public required ImmutableArray<int> First { get; init; }

    /// <summary>The rows drawn now, substitutes in the places of those who stepped back.</summary>
    public required ImmutableArray<int> Drawn { get; init; }

    /// <summary>Who stepped back, in order.</summary>
    public ImmutableArray<LotsRedrawn> Redrawn { get; init; } = [];

    /// <summary>What repeating it found otherwise; empty where it comes out the same.</summary>
    public ImmutableArray<Message> Faults { get; init; } = [];
}

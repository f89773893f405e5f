using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Stories;

/// <summary>A dated story of one process: what people do, and what must then be true.</summary>
public sealed record Scenario : ITitled
{
    /// <summary>Where it stands.</summary>
    public required Position At { get; init; }

    /// <summary>What it shows, in a few words.</summary>
    public required string Title { get; init; }

    /// <inheritdoc/>
    public string? TitleEn { get; init; }

    /// <summary>What a reader should know; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The process.</summary>
    public required string Process { get; init; }

    /// <summary>The last day whose calendar publications are known; null for what time itself brings.</summary>
    public DateOnly? CalendarKnown { get; init; }

    /// <summary>What happens, in order of time.</summary>
    public required ImmutableArray<Move> Moves { get; init; }
}

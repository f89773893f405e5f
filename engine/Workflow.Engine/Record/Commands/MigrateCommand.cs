using System.Collections.Immutable;

namespace Workflow.Engine.Record.Commands;

/// <summary>Moves a running case to another definition of its process: authorised, with a mapping, a document and reasons. Never silently.</summary>
public sealed record MigrateCase : CaseCommand, INamesDefinition, ISays
{
    /// <summary>The digest of the definition to move to; it must be published.</summary>
    public required string To { get; init; }

    /// <summary>What has another name there.</summary>
    public MigrationMap Map { get; init; } = MigrationMap.None;

    /// <summary>The authorisation; not empty.</summary>
    public required string Document { get; init; }

    /// <summary>Why; not empty.</summary>
    public required string Reasons { get; init; }

    string INamesDefinition.Definition => To;

    string ISays.Said => Reasons;
}

/// <summary>What has another name in the definition that a case moves to. What is not named keeps its name.</summary>
public sealed record MigrationMap
{
    /// <summary>A mapping that names nothing.</summary>
    public static MigrationMap None { get; } = new();

    /// <summary>The new id of a step by its id now.</summary>
    public ImmutableSortedDictionary<string, string> Steps { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The new id of an outcome by <c>step.outcome</c>, both as they are called now.</summary>
    public ImmutableSortedDictionary<string, string> Outcomes { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The new id of a clock of the case by its id now. The limit of a step goes with its step.</summary>
    public ImmutableSortedDictionary<string, string> Clocks { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Clocks that end with the move, by the id of their rule now (for the limit of a step the step's id, for that of a participant <c>step/participant</c>): only limits of the office itself, never one that the law gives.</summary>
    public ImmutableArray<string> Ends { get; init; } = [];
}

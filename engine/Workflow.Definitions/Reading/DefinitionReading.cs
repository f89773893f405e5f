using Workflow.Definitions.Laws;
using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>What reading one process file gave.</summary>
public sealed record DefinitionReading
{
    /// <summary>The file's name as the designer gave it.</summary>
    public required string File { get; init; }

    /// <summary>The process with its fragments expanded; null when there is an error.</summary>
    public ProcessDefinition? Definition { get; init; }

    /// <summary>The stored form; null when there is an error.</summary>
    public string? Json { get; init; }

    /// <summary>The digest of <see cref="Json"/>; null when there is an error.</summary>
    public string? Digest { get; init; }

    /// <summary>The laws that it was read with.</summary>
    public LawBook Laws { get; init; } = ShippedLaws.Book;

    /// <summary>Every problem, in the order of file, line and column.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Where each thing of the definition stands.</summary>
    public required Places Places { get; init; }
}

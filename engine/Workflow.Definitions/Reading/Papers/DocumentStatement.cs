namespace Workflow.Definitions.Reading.Papers;

/// <summary>What a document can be bound to state.</summary>
internal enum DocumentStatement
{
    Reasons,
    Remedies,
    Missing,
    Materials,
    Due,
}

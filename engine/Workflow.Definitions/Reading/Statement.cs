namespace Workflow.Definitions.Reading;

/// <summary>What a document can be bound to state.</summary>
internal enum Statement
{
    Reasons,
    Remedies,
    Missing,
    Due,
}

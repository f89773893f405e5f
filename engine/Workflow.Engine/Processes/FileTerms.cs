using System.Collections.Immutable;

namespace Workflow.Engine.Processes;

/// <summary>What a field for files takes. Its value is the name of a file that is attached to the case, or several names with a slash between them, which no file's name has.</summary>
/// <param name="Kinds">How their names end, such as <c>pdf</c>; empty for every kind.</param>
/// <param name="Largest">The greatest size of each, in megabytes, included; null for the greatest that a case takes.</param>
/// <param name="Many">Whether there may be several.</param>
public sealed record FileTerms(ImmutableArray<string> Kinds, int? Largest, bool Many);

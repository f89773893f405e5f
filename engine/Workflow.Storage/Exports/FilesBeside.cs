using System.Collections.Immutable;

namespace Workflow.Storage.Exports;

/// <summary>Attachments that lie beside an export and not in it, as in a packed case file.</summary>
/// <param name="Files">The hash in each file's name, and the hash of its content.</param>
public sealed record FilesBeside(ImmutableArray<(string Said, string Found)> Files);

using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;
using Workflow.Host.Answers;
using Workflow.Storage.Publishing;

namespace Workflow.Host.Definitions;

/// <summary>What stands against showing a definition.</summary>
internal static class DefinitionRefusals
{
    /// <summary>No definition of the process was published.</summary>
    /// <param name="process">The name found.</param>
    /// <param name="known">What was published.</param>
    internal static RequestRefusedException Unknown(string process, IEnumerable<Publication> known) =>
        new(
            new Refusal(
                new Message("process.unknown", ("process", process)).With(
                    NearNames.Near(process, [.. known.Select(p => new NameValue(p.Process, p.Process))]) ?? new Message("process.listed")
                )
            )
        );

    /// <summary>The process has no edition with the digest.</summary>
    internal static RequestRefusedException UnknownDigest(string process) => new("process.unknown_digest", ("process", process));

    /// <summary>No such definition was published.</summary>
    internal static RequestRefusedException None(string process, string? digest, IEnumerable<Publication> known) =>
        digest is null ? Unknown(process, known) : UnknownDigest(process);
}

using Workflow.Host.Answers;
using Workflow.Storage.Ledger;

namespace Workflow.Host.Definitions;

/// <summary>What stands against showing a definition.</summary>
internal static class DefinitionRefusals
{
    /// <summary>The process has no edition with the digest.</summary>
    internal static RequestRefusedException UnknownDigest(string process) => new("process.unknown_digest", ("process", process));

    /// <summary>No such definition was published.</summary>
    internal static RequestRefusedException None(string process, string? digest, IEnumerable<Publication> known) =>
        digest is null ? new RequestRefusedException(PublicationRefusals.Unknown(process, known)) : UnknownDigest(process);
}

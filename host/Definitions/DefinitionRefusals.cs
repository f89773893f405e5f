using Workflow.Host.Answers;

namespace Workflow.Host.Definitions;

/// <summary>What stands against showing a definition.</summary>
internal static class DefinitionRefusals
{
    /// <summary>No definition of the process was published.</summary>
    internal static RequestRefusedException Unknown(string process) => new("process.unknown", ("process", process));

    /// <summary>The process has no edition with the digest.</summary>
    internal static RequestRefusedException UnknownDigest(string process) => new("process.unknown_digest", ("process", process));

    /// <summary>No such definition was published.</summary>
    internal static RequestRefusedException None(string process, string? digest) =>
        digest is null ? Unknown(process) : UnknownDigest(process);
}

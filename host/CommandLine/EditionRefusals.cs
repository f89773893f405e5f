using Workflow.Engine.Messages;
using Workflow.Host.Opening;

namespace Workflow.Host.CommandLine;

/// <summary>What stands against naming an edition of a process.</summary>
internal static class EditionRefusals
{
    /// <summary>No edition is meant.</summary>
    internal static OpeningRefusedException None(string process, string named, MessageValue known) =>
        new("edition.none", ("process", process), ("named", named), ("known", known));

    /// <summary>Several editions are meant.</summary>
    internal static OpeningRefusedException Several(string process, string named, MessageValue known) =>
        new("edition.several", ("process", process), ("named", named), ("known", known));
}

using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Storage.Running;

/// <summary>Refusals that only storage can give.</summary>
internal static class StorageRefusals
{
    /// <summary>An attachment names a content that nobody stored.</summary>
    internal static Refusal FileNotStored(string sha256) => new("file.not_stored", ("sha256", sha256));

    /// <summary>The file is larger or smaller than the command says.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="told">The size that the command says, in bytes.</param>
    /// <param name="size">The size of what is stored, in bytes.</param>
    internal static Refusal FileOfAnotherSize(string name, long told, long size) =>
        new("file.other_size", ("name", name), ("told", told), ("size", size));

    /// <summary>Another request came under a key that was used before.</summary>
    internal static Refusal KeyReused(string key) => new("request.key_reused", ("key", key));

    /// <summary>What the client saw has gone on since.</summary>
    internal static Refusal Changed(Message what, long expected, long found) =>
        new("step.revision_changed", ("what", what), ("expected", expected), ("found", found));
}

using System.Text.Json;

namespace Workflow.Host.CommandLine;

/// <summary>What several verbs do alike.</summary>
public static class Shared
{
    /// <summary>A moment that somebody asks about; of a later one than now nobody knows anything yet.</summary>
    public static DateTimeOffset? NotLater(DateTimeOffset? at) =>
        at > TimeProvider.System.GetUtcNow() ? TimeProvider.System.GetUtcNow() : at;

    public static void WriteJson<T>(this Terminal terminal, T value) =>
        terminal.Out.WriteLine(JsonSerializer.Serialize(value, terminal.Words.Indented));
}

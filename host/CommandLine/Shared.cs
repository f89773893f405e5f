using System.Text.Json;

namespace Workflow.Host.CommandLine;

/// <summary>What several verbs do alike.</summary>
public static class Shared
{
    /// <summary>A moment that somebody asks about; of a later one than now nobody knows anything yet.</summary>
    public static DateTimeOffset? NotLater(DateTimeOffset? at) =>
        at > TimeProvider.System.GetUtcNow() ? TimeProvider.System.GetUtcNow() : at;

    /// <summary>Writes the answer of a verb for a program or for people.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="asJson">Whether for a program.</param>
    /// <param name="value">The answer.</param>
    /// <param name="text">Writes it for people.</param>
    internal static void Answer<T>(this Terminal terminal, bool asJson, T value, Action text)
    {
        if (asJson)
            terminal.WriteJson(value);
        else
            text();
    }

    /// <summary>The same where the answer is made for a program alone.</summary>
    internal static void Answer<T>(this Terminal terminal, bool asJson, Func<T> value, Action text)
    {
        if (asJson)
            terminal.WriteJson(value());
        else
            text();
    }

    public static void WriteJson<T>(this Terminal terminal, T value) =>
        terminal.Out.WriteLine(JsonSerializer.Serialize(value, terminal.Words.Indented));
}

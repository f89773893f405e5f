using Workflow.Definitions.Due;

namespace Workflow.Host.CommandLine;

/// <summary>What is sent to this process: a table or a definition.</summary>
internal static class StandardInput
{
    private const string Descriptors = "/proc/self/fd";

    /// <summary>Opens it; empty where a daemon was started without one.</summary>
    internal static TextReader Open() => IsClosed() ? TextReader.Null : TableEncoding.Open(Console.OpenStandardInput());

    // Where nothing stood at the first descriptor, the runtime puts a pipe of its own there, which nobody ever writes to: both its
    // ends are then in this process. A pipe from somebody else has its other end elsewhere.
    private static bool IsClosed()
    {
        if (
            !OperatingSystem.IsLinux()
            || Target($"{Descriptors}/0") is not { } input
            || !input.StartsWith("pipe:", StringComparison.Ordinal)
        )
            return false;
        return Directory.EnumerateFiles(Descriptors).Any(other => Path.GetFileName(other) != "0" && Target(other) == input);
    }

    private static string? Target(string descriptor)
    {
        try
        {
            return Path.GetFileName(File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.FullName);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

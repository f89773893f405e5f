using Workflow.Definitions.Due;

namespace Workflow.Host.CommandLine;

/// <summary>What is sent to this process: a table or a definition.</summary>
internal static class StandardInput
{
    private const string Descriptors = "/proc/self/fd";
    private const string Input = $"{Descriptors}/0";

    /// <summary>Opens it; empty where a daemon was started without one.</summary>
    internal static TextReader Open() => IsClosed() ? TextReader.Null : TableEncoding.Open(Console.OpenStandardInput());

    // Where nothing stood at the first descriptor, the runtime puts a pipe of its own there, which nobody ever writes to: both its
    // ends are then in this process. A pipe from somebody else has its other end elsewhere.
    private static bool IsClosed() =>
        Pipe() is { } pipe && Directory.EnumerateFiles(Descriptors).Any(other => other != Input && Target(other) == pipe);

    private static string? Pipe() =>
        OperatingSystem.IsLinux() && Target(Input) is { } input && input.StartsWith("pipe:", StringComparison.Ordinal) ? input : null;

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

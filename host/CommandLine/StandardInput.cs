using Workflow.Definitions.Due;

namespace Workflow.Host.CommandLine;

/// <summary>What is sent to this process: a table or a definition.</summary>
internal static class StandardInput
{
    private const string Descriptors = "/proc/self/fd";
    private const string DescriptorFlags = "/proc/self/fdinfo";
    private const string Input = $"{Descriptors}/0";

    // The flags stand in octal, and their last digit holds the way a descriptor is open: 0 reads, 1 writes, 2 does both.
    private const int WayOpen = 0b11;

    /// <summary>Opens it; empty where a daemon was started without one.</summary>
    internal static TextReader Open() => IsClosed() ? TextReader.Null : TableEncoding.Open(Console.OpenStandardInput());

    // Where nothing stood at the first descriptor, the runtime puts a pipe of its own there, which nobody ever writes to: both its
    // ends are then in this process. A pipe from somebody else is written to elsewhere, though the runtime may read it by a second one.
    private static bool IsClosed() =>
        Pipe() is { } pipe && Directory.EnumerateFiles(Descriptors).Any(other => Target(other) == pipe && Writes(Path.GetFileName(other)));

    private static string? Pipe() =>
        OperatingSystem.IsLinux() && Target(Input) is { } input && input.StartsWith("pipe:", StringComparison.Ordinal) ? input : null;

    private static bool Writes(string descriptor)
    {
        try
        {
            var flags = File.ReadLines(Path.Combine(DescriptorFlags, descriptor))
                .First(l => l.StartsWith("flags:", StringComparison.Ordinal));
            return ((flags[^1] - '0') & WayOpen) != 0;
        }
        catch (IOException)
        {
            return false;
        }
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

using System.Security.Cryptography;

namespace Workflow.Tests.Support.Ledgers;

/// <summary>The list of all that is recorded, with a hash of each file, so that none is lost or edited unseen.</summary>
internal static class RecordedFiles
{
    /// <summary>The list, in the form of <c>sha256sum</c>.</summary>
    internal static string List { get; } = Path.Combine(RecordedLedger.Folder, "recorded.sha256");

    /// <summary>Returns what the list would say of the files that are there.</summary>
    internal static string Listed() => string.Concat(Files().Select(f => $"{Hash(f)}  {Named(f)}\n"));

    private static IEnumerable<string> Files() =>
        Directory
            .EnumerateFiles(RecordedLedger.Folder, "*", SearchOption.AllDirectories)
            .Where(f => f != List)
            .OrderBy(Named, StringComparer.Ordinal);

    private static string Named(string file) => Path.GetRelativePath(RecordedLedger.Folder, file).Replace('\\', '/');

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}

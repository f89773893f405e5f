using Workflow.Host.Answers;
using Workflow.Host.Opening;

namespace Workflow.Host.Seals;

/// <summary>What an auditor uploads to verify by: parts <c>receipt</c> (files, told apart by the ends of their names), <c>head</c> (printed lines) and <c>certificate</c>.</summary>
internal static class BroughtReceipts
{
    private const long LargestReceipt = 64 << 20;
    private const long LongestHead = 1024;
    private const long LargestCertificate = 256 << 10;

    /// <summary>The most bytes of each part, with one more.</summary>
    internal static Dictionary<string, long> With(params ReadOnlySpan<(string Name, long Most)> more)
    {
        var most = new Dictionary<string, long>(StringComparer.Ordinal)
        {
            ["receipt"] = LargestReceipt,
            ["head"] = LongestHead,
            ["certificate"] = LargestCertificate,
        };
        foreach (var (name, bytes) in more)
            most[name] = bytes;
        return most;
    }

    /// <exception cref="OpeningRefusedException">Something brought cannot be read, or does not hold by itself.</exception>
    internal static OutsideReceipts Read(UploadedParts parts) =>
        new(
            parts.All("receipt").Select(Brought),
            parts.All("head").Select(h => File.ReadAllText(h.Path)),
            parts.One("certificate") is { } certificate ? Brought(certificate) : null
        );

    private static BroughtFile Brought(UploadedPart part) => new(part.FileName, part.Path);
}

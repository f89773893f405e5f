using Workflow.Engine.Messages;
using Workflow.Mining.Logs;

namespace Workflow.Host.Proving.Packing;

/// <summary>Whether a file is exactly one gzip: one header, one content, and its sums the last of the file.</summary>
internal static class GzipShape
{
    private const int Header = 10;
    private const int Sums = 8;
    private const int WithCheck = 2;
    private const int WithExtra = 4;
    private const int WithName = 8;
    private const int WithComment = 16;

    // More than any file system gives a name, and a person a comment.
    private const int LongestText = 64 * 1024;

    /// <summary>Returns what is otherwise; null where nothing is.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="swelling">What a bomb is refused by.</param>
    internal static Message? Wrong(PlacedBytes bytes, Swelling swelling)
    {
        var (begin, end) = (Begin(bytes), bytes.Length - Sums);
        var sum = begin < end ? new PackedContent(begin, end, IsDeflated: true).Sum(bytes, swelling) : null;
        return sum is { } found && (found.Sum, (uint)found.Bytes) == (bytes.Word(end), bytes.Word(end + 4)) ? null : PackingFindings.Gzip();
    }

    private static long Begin(PlacedBytes bytes)
    {
        var (flags, at) = (bytes.Read(3, 1)[0], (long)Header);
        at += (flags & WithExtra) == 0 ? 0 : 2 + bytes.Short(at);
        at = (flags & WithName) == 0 ? at : AfterText(bytes, at);
        at = (flags & WithComment) == 0 ? at : AfterText(bytes, at);
        return at + ((flags & WithCheck) == 0 ? 0 : 2);
    }

    // A text ends with a zero; past the end of the file stand only such.
    private static long AfterText(PlacedBytes bytes, long at)
    {
        var end = Array.IndexOf(bytes.Read(at, LongestText), (byte)0);
        return end < 0 ? bytes.Length : at + end + 1;
    }
}

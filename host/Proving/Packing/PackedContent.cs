using System.IO.Compression;
using Workflow.Mining.Logs;

namespace Workflow.Host.Proving.Packing;

/// <summary>What is packed between two places of a file.</summary>
/// <param name="Begin">Its first byte.</param>
/// <param name="End">The byte after its last.</param>
/// <param name="IsDeflated">Whether it is compressed; it lies there as it is otherwise.</param>
internal sealed record PackedContent(long Begin, long End, bool IsDeflated)
{
    /// <summary>Returns its sum; null where it does not end where it should, or cannot be unpacked.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="swelling">What a bomb is refused by.</param>
    internal CheckSum? Sum(PlacedBytes bytes, Swelling swelling)
    {
        using var span = bytes.Between(Begin, End);
        using var content = swelling.Over(IsDeflated ? new DeflateStream(span, CompressionMode.Decompress, leaveOpen: true) : span);
        try
        {
            var sum = CheckSum.Of(content);
            return span.IsUsedUp ? sum : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

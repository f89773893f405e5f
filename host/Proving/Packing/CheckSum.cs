using System.IO.Hashing;

namespace Workflow.Host.Proving.Packing;

/// <summary>The check sum of ZIP and gzip (CRC-32) over what is unpacked, and how much that is.</summary>
/// <param name="Sum">The sum.</param>
/// <param name="Bytes">The number of bytes.</param>
internal sealed record CheckSum(uint Sum, long Bytes)
{
    /// <summary>Sums up everything a stream gives.</summary>
    internal static CheckSum Of(Stream content)
    {
        var (sum, buffer, bytes) = (new Crc32(), new byte[1 << 16], 0L);
        while (content.Read(buffer) is > 0 and var read)
        {
            sum.Append(buffer.AsSpan(0, read));
            bytes += read;
        }

        return new CheckSum(sum.GetCurrentHashAsUInt32(), bytes);
    }
}

using System.Buffers.Binary;

namespace Workflow.Host.Proving.Packing;

/// <summary>The bytes of a file by their places. Past its end stand zeros, which are no mark of anything.</summary>
internal sealed class PlacedBytes(Stream file)
{
    /// <summary>How many there are.</summary>
    internal long Length => file.Length;

    /// <summary>Whether a number of bytes from a place on lies within the file.</summary>
    internal bool Holds(long at, long count) => at >= 0 && count >= 0 && at <= Length - count;

    /// <summary>Two bytes as a number.</summary>
    internal int Short(long at) => BinaryPrimitives.ReadUInt16LittleEndian(Read(at, 2));

    /// <summary>Four bytes as a number.</summary>
    internal uint Word(long at) => BinaryPrimitives.ReadUInt32LittleEndian(Read(at, 4));

    /// <summary>Eight bytes as a number; below zero where they say more than any file has.</summary>
    internal long Long(long at) => BinaryPrimitives.ReadInt64LittleEndian(Read(at, 8));

    /// <summary>Bytes from a place on.</summary>
    internal byte[] Read(long at, int count)
    {
        var bytes = new byte[count];
        if (at < 0 || at >= Length)
            return bytes;
        file.Position = at;
        file.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return bytes;
    }

    /// <summary>What lies between two places, to be read once.</summary>
    internal SpanOfFile Between(long begin, long end) => new(file, begin, end);
}

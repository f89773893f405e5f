namespace Workflow.Host.Proving.Packing;

/// <summary>The check sum of ZIP and gzip (CRC-32) over what is unpacked, and how much that is.</summary>
internal struct CheckSum
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(b => Shifted((uint)b))];

    private uint _rest = uint.MaxValue;

    public CheckSum() { }

    /// <summary>The sum.</summary>
    internal readonly uint Sum => ~_rest;

    /// <summary>The number of bytes.</summary>
    internal long Bytes { get; private set; }

    /// <summary>Sums up everything a stream gives.</summary>
    internal static CheckSum Of(Stream content)
    {
        var (sum, buffer) = (new CheckSum(), new byte[1 << 16]);
        while (content.Read(buffer) is > 0 and var read)
            sum.Add(buffer.AsSpan(0, read));
        return sum;
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        Bytes += bytes.Length;
        foreach (var b in bytes)
            _rest = Table[(_rest ^ b) & byte.MaxValue] ^ (_rest >> 8);
    }

    private static uint Shifted(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
        return value;
    }
}

using System.Text;

namespace Workflow.Host.Proving.Packing;

/// <summary>A member of a ZIP as its directory has it.</summary>
/// <param name="Name">The bytes of its name.</param>
/// <param name="Flags">How it is written.</param>
/// <param name="Method">How it is packed.</param>
/// <param name="Sum">The check sum of its content.</param>
/// <param name="Packed">How many bytes it takes.</param>
/// <param name="Size">How many it has.</param>
/// <param name="Place">Where its own header stands.</param>
/// <param name="After">The byte after its entry of the directory.</param>
internal sealed record ZipMember(byte[] Name, int Flags, int Method, uint Sum, long Packed, long Size, long Place, long After)
{
    private const int Header = 46;
    private const int Deflated = 8;

    // The level of compression, the sums after the content, and names in UTF-8; anything else is encrypted, or patched.
    private const int PlainFlags = 0x0006 | SumsFollow | 0x0800;
    private const int SumsFollow = 0x0008;

    /// <summary>Reads an entry of the directory; null where there is none.</summary>
    internal static ZipMember? Read(PlacedBytes bytes, long at)
    {
        if (bytes.Word(at) != 0x02014B50)
            return null;
        var (name, after) = (at + Header, at + Header + bytes.Short(at + 28) + bytes.Short(at + 30) + bytes.Short(at + 32));
        var extra = new ExtraFields(bytes, name + bytes.Short(at + 28), after - bytes.Short(at + 32));
        var numbers = extra.Widened(bytes.Word(at + 24), bytes.Word(at + 20), bytes.Word(at + 42));
        return extra.HasAnotherName || bytes.Short(at + 34) != 0
            ? null
            : new ZipMember(
                bytes.Read(name, bytes.Short(at + 28)),
                bytes.Short(at + 8),
                bytes.Short(at + 10),
                bytes.Word(at + 16),
                numbers[1],
                numbers[0],
                numbers[2],
                after
            );
    }

    /// <summary>Its name in letters.</summary>
    internal string Title => Encoding.UTF8.GetString(Name);

    /// <summary>Whether its sums follow its content, as of one that was written without knowing them.</summary>
    internal bool HasSumsAfter => (Flags & SumsFollow) != 0;

    /// <summary>Whether it lies there compressed.</summary>
    internal bool IsDeflated => Method == Deflated;

    /// <summary>Whether every program unpacks it alike: what does not say itself where it ends has its length before it.</summary>
    internal bool IsPlain => (Flags & ~PlainFlags) == 0 && (IsDeflated || (Method == 0 && !HasSumsAfter && Packed == Size));
}

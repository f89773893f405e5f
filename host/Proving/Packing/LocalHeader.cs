namespace Workflow.Host.Proving.Packing;

/// <summary>The header that stands before a member of a ZIP; who reads from the front goes by it, and not by the directory.</summary>
/// <param name="bytes">The file.</param>
/// <param name="member">The member as the directory has it.</param>
internal sealed class LocalHeader(PlacedBytes bytes, ZipMember member)
{
    private const int Header = 30;
    private const uint SumsMark = 0x08074B50;

    private readonly long _at = member.Place;

    /// <summary>Whether it says what the directory says.</summary>
    internal bool Agrees =>
        bytes.Word(_at) == 0x04034B50
        && (bytes.Short(_at + 6), bytes.Short(_at + 8)) == (member.Flags, member.Method)
        && bytes.Read(_at + Header, bytes.Short(_at + 26)).AsSpan().SequenceEqual(member.Name)
        && !Extra.HasAnotherName
        && (HasNumbers || (member.HasSumsAfter && IsLeftOpen))
        && bytes.Holds(Begin, member.Packed);

    /// <summary>The content.</summary>
    internal PackedContent Content => new(Begin, Begin + member.Packed, member.IsDeflated);

    /// <summary>The byte after the member, its sums behind it included; null where they are not those of the directory.</summary>
    internal long? After =>
        !member.HasSumsAfter ? Content.End
        : bytes.Word(Content.End) == SumsMark ? AfterSums(Content.End + 4) ?? AfterSums(Content.End)
        : AfterSums(Content.End);

    private long Begin => _at + Header + bytes.Short(_at + 26) + bytes.Short(_at + 28);

    private ExtraFields Extra => new(bytes, _at + Header + bytes.Short(_at + 26), Begin);

    private long[] Numbers => Extra.Widened(bytes.Word(_at + 22), bytes.Word(_at + 18));

    private bool HasNumbers =>
        bytes.Word(_at + 14) == member.Sum && Numbers is [var size, var packed] && (size, packed) == (member.Size, member.Packed);

    private bool IsLeftOpen => bytes.Word(_at + 14) == 0 && Numbers is [0, 0];

    private long? AfterSums(long at) =>
        bytes.Word(at) != member.Sum ? null
        : (bytes.Word(at + 4), bytes.Word(at + 8)) == (member.Packed, member.Size) ? at + 12
        : (bytes.Long(at + 4), bytes.Long(at + 12)) == (member.Packed, member.Size) ? at + 20
        : null;
}

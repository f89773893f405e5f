namespace Workflow.Host.Proving.Packing;

/// <summary>How a ZIP ends: its directory, and the record that closes the file.</summary>
/// <param name="Count">The number of members.</param>
/// <param name="Directory">The first byte of the directory.</param>
/// <param name="DirectoryEnd">The byte after its last.</param>
internal sealed record ZipEnd(long Count, long Directory, long DirectoryEnd)
{
    private const int Size = 22;
    private const int LocatorSize = 20;
    private const int WideSize = 56;

    /// <summary>Returns the end of a ZIP; null where the last bytes of the file are no such record, or it has a comment or several disks.</summary>
    internal static ZipEnd? Read(PlacedBytes bytes)
    {
        var at = Place(bytes);
        if (bytes.Word(at) != 0x06054B50 || bytes.Word(at + 4) != 0 || bytes.Short(at + 20) != 0)
            return null;
        var told = new Numbers(bytes.Short(at + 10), bytes.Word(at + 12), bytes.Word(at + 16));
        if (bytes.Short(at + 8) != told.Count)
            return null;
        var end = bytes.Word(at - LocatorSize) == 0x07064B50 ? Wide(bytes, at - LocatorSize, told) : new ZipEnd(told, at);
        return end?.Closes == true ? end : null;
    }

    /// <summary>Where the last record must stand.</summary>
    internal static long Place(PlacedBytes bytes) => bytes.Length - Size;

    private ZipEnd(Numbers told, long end)
        : this(told.Count, told.Offset, told.Offset + told.Size) => Closes = told.Offset >= 0 && told.Size >= 0 && DirectoryEnd == end;

    // Whether the directory lies right before the records that end the file.
    private bool Closes { get; }

    // Of an archive past 65535 members or four gigabytes. Some programs heed this record whatever the last one says, so that both say one thing.
    private static ZipEnd? Wide(PlacedBytes bytes, long locator, Numbers told)
    {
        var at = locator - WideSize;
        if (bytes.Word(locator + 4) != 0 || bytes.Word(locator + 16) != 1 || bytes.Long(locator + 8) != at)
            return null;
        if (bytes.Word(at) != 0x06064B50 || bytes.Long(at + 4) != WideSize - 12 || bytes.Long(at + 16) != 0)
            return null;
        var wide = new Numbers(bytes.Long(at + 32), bytes.Long(at + 40), bytes.Long(at + 48));
        return bytes.Long(at + 24) == wide.Count && told.Agrees(wide) ? new ZipEnd(wide, at) : null;
    }

    private readonly record struct Numbers(long Count, long Size, long Offset)
    {
        internal bool Agrees(Numbers wide) =>
            (Count == ushort.MaxValue || Count == wide.Count)
            && (Size == uint.MaxValue || Size == wide.Size)
            && (Offset == uint.MaxValue || Offset == wide.Offset);
    }
}

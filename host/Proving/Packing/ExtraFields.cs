namespace Workflow.Host.Proving.Packing;

/// <summary>What a header of a ZIP says beside itself, field by field.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Begin">The first byte.</param>
/// <param name="End">The byte after the last.</param>
internal sealed record ExtraFields(PlacedBytes Bytes, long Begin, long End)
{
    private const int WideNumbers = 0x0001;
    private const int AnotherName = 0x7075;

    /// <summary>Whether there is a second name, which some programs take instead of the first.</summary>
    internal bool HasAnotherName => All.Any(f => f.Id == AnotherName);

    /// <summary>Reads the numbers that had no place in four bytes, in the order of the header.</summary>
    /// <param name="narrow">The numbers of the header; those with every bit set stand here.</param>
    internal long[] Widened(params ReadOnlySpan<uint> narrow)
    {
        var (at, end) = All.Where(f => f.Id == WideNumbers).Select(f => (f.Begin, f.End)).FirstOrDefault();
        var numbers = new long[narrow.Length];
        for (var i = 0; i < narrow.Length; i++)
        {
            var isWide = narrow[i] == uint.MaxValue && at + 8 <= end;
            numbers[i] = isWide ? Bytes.Long(at) : narrow[i];
            at += isWide ? 8 : 0;
        }

        return numbers;
    }

    private IEnumerable<(int Id, long Begin, long End)> All
    {
        get
        {
            for (var at = Begin; at + 4 <= End; at += 4 + Bytes.Short(at + 2))
                yield return (Bytes.Short(at), at + 4, at + 4 + Bytes.Short(at + 2));
        }
    }
}

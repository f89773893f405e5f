using System.Collections.Immutable;
using System.Globalization;
using Workflow.Definitions.Due;
using Workflow.Host.Opening;

namespace Workflow.Host.Adoption;

/// <summary>Reads where series of another system go on here: CSV with the header <c>series,first</c>.</summary>
internal static class SeriesFile
{
    private const int LargestFile = 1 << 20;

    /// <exception cref="OpeningRefusedException">The file cannot be read; the sentence says where.</exception>
    internal static ImmutableSortedDictionary<string, long> Read(string? file)
    {
        if (file is null)
            return ImmutableSortedDictionary<string, long>.Empty;
        if (!File.Exists(file))
            throw OpeningRefusals.NoFile(FileKind.Series, file);
        if (new FileInfo(file).Length > LargestFile)
            throw OpeningRefusals.TooLarge(FileKind.Series, file, LargestFile);
        using var text = new StreamReader(file);
        var rows = new CsvReader(text);
        if (rows.Read() is not { Fault: null, Fields: ["series", "first"] })
            throw TransferRefusals.SeriesHeader(file);
        var found = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        while (rows.Read() is { } row)
            if (
                row.Fault is not null
                || row.Fields is not [var series, var first]
                || !long.TryParse(first.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || !found.TryAdd(series.Trim(), number)
            )
                throw TransferRefusals.SeriesRow(file, (int)row.Line, string.Join(',', row.Fields));
        return found.ToImmutable();
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Workflow.Definitions.Due;
using Workflow.Host.Adoption.Tables;
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
        InputFile.Require(FileKind.Series, file, LargestFile);
        using var text = new StreamReader(InputFile.Open(FileKind.Series, file));
        return Read(file, new CsvReader(text));
    }

    private static ImmutableSortedDictionary<string, long> Read(string file, CsvReader rows)
    {
        if (rows.Read() is not { Fault: null, Fields: ["series", "first"] })
            throw TransferRefusals.SeriesHeader(file);
        var found = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        while (rows.Read() is { } row)
        {
            if (row.IsOfNothing)
                continue;
            if (row.Fault is { } fault)
                throw TransferRefusals.SeriesForm(file, row.Line, fault);
            if (Serial(row) is not { } told || !found.TryAdd(told.Series, told.First))
                throw TransferRefusals.SeriesRow(file, row.Line, string.Join(',', row.Fields));
        }

        return found.ToImmutable();
    }

    private static (string Series, long First)? Serial(CsvRow row) =>
        row.Fields is [var series, var first]
        && long.TryParse(first.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            ? (series.Trim(), serial)
            : null;
}

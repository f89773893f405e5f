using System.Text.Json;
using Workflow.Storage.Refusals;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Exports;

/// <summary>Reads the lines of an export that somebody else made, in the order of its sections.</summary>
/// <param name="file">The content.</param>
/// <param name="name">Its name, for messages.</param>
internal sealed class ExportReader(Stream file, string name)
{
    private readonly CappedLines _lines = new(file, name, ExportLine.LongestLine);

    /// <summary>The number of the line last returned, from 1.</summary>
    internal long Number => _lines.Number;

    internal string Name => name;

    /// <exception cref="InputRefusedException">A line is not one of an export, stands in a wrong place, or the export was cut off.</exception>
    internal IEnumerable<ExportLine> All()
    {
        ExportLine? before = null;
        foreach (var text in _lines.All())
        {
            var line = Read(text);
            Require(line, before);
            yield return before = line;
        }

        if (before is not EndLine)
            throw ExportRefusals.CutOff(name, Number);
    }

    private void Require(ExportLine line, ExportLine? before)
    {
        if (before is EndLine)
            throw ExportRefusals.AfterEnd(name, Number);
        if (before is null && line is not HeadOfExport)
            throw ExportRefusals.NoHead(name, Number);
        if (before is not null && line is HeadOfExport)
            throw ExportRefusals.TwoHeads(name, Number);
        if (before is not null && line.Section < before.Section)
            throw ExportRefusals.OutOfOrder(name, Number);
        if (line is EndLine end && end.Lines != Number - 1)
            throw ExportRefusals.OtherEnd(name, Number, end.Lines, Number - 1);
    }

    private ExportLine Read(string text)
    {
        try
        {
            return SealJson.Read<ExportLine>(text);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw Number == 1 ? ExportRefusals.NotAnExport(name, Number) : ExportRefusals.NotALine(name, Number);
        }
    }
}

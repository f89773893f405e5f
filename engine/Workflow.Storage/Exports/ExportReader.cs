using System.Text.Json;
using Workflow.Storage.Databases;
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
        var (section, ended) = (-1, false);
        foreach (var text in _lines.All())
        {
            var line = Read(text);
            if (ended) throw Refused("no more lines after the end line, but found one");
            if (Number == 1 != line is HeadOfExport) throw Refused(Number == 1 ? "the head of a ledger export, but found another line" : "one head, but found a second");
            if (Section(line) < section) throw Refused("the sections of an export in their order, but found a line of an earlier one");
            section = Section(line);
            if (line is EndLine end)
            {
                if (end.Lines != Number - 1) throw Refused($"the end after {end.Lines} lines, but found it after {Number - 1}: lines were taken out or put in");
                ended = true;
            }

            yield return line;
        }

        if (!ended) throw new InputRefusedException($"Expected the end line of a ledger export, but '{name}' ends after line {Number}: it was cut off.");
    }

    internal InputRefusedException Refused(string words) => new($"Expected {words}; '{name}' line {Number}.");

    private ExportLine Read(string text)
    {
        try
        {
            return SealJson.Read<ExportLine>(text);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw Refused(Number == 1 ? "a ledger export, but the first line is not the head of one" : "a line of a ledger export, but found something else, or a part of one");
        }
    }

    private static int Section(ExportLine line) => line switch
    {
        HeadOfExport => 0,
        DefinitionLine => 1,
        CalendarLine => 2,
        SealLine or LeafLine or PathLine or AbsentLine => 3,
        TokenLine => 4,
        EntryLine => 5,
        AccessLine => 6,
        FileLine or ChunkLine => 7,
        _ => 8,
    };
}

using System.Collections.Immutable;
using Workflow.Definitions.Due;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Host.Wording;

namespace Workflow.Host.Adoption.Tables;

/// <summary>Reads the rows of one file, and remembers which numbers came before.</summary>
/// <param name="process">The definition whose names the file uses.</param>
/// <param name="terms">What is the same for every row.</param>
/// <param name="columns">The columns of the header.</param>
/// <param name="width">How many fields the header has.</param>
internal sealed class ToldRows(PublishedProcess process, ToldTerms terms, ImmutableArray<ToldColumn> columns, int width)
{
    private readonly NumbersSeen _numbers = new(process.Definition);

    /// <summary>Whether the register knows an id; null where nobody can say.</summary>
    internal Func<string, bool>? Knows { get; init; }

    /// <summary>The people whom a row may mean.</summary>
    internal required IReadOnlyCollection<NameValue> People { get; init; }

    internal ToldRow Read(CsvRow row)
    {
        var cells = new ToldCells(row, columns) { Knows = Knows, People = People };
        if (Fault(row) is { } fault)
            return new ToldRow(row.Line, cells.Number, null, [new PlacedNote(row.Line, LastOf(row), fault)]);
        var command = new ToldCase(cells, process.Definition.Id, terms).Read();
        _numbers.Check(cells, row.Line);
        return new ToldRow(row.Line, cells.Number, cells.Problems.IsEmpty ? command : null, cells.Problems) { Cells = cells.Told() };
    }

    private Message? Fault(CsvRow row) =>
        row.Fault is { } fault ? CellFaults.Csv(fault)
        : row.Fields.Length != width ? CellFaults.Csv(CsvFaults.Width(width, row.Fields.Length))
        : null;

    // Where the form itself is wrong, its sentence says at which character.
    private int LastOf(CsvRow row) => row.Fault is null ? Math.Min(row.Fields.Length, width) : 1;
}

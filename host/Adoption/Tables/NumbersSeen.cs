using Workflow.Engine.Processes;

namespace Workflow.Host.Adoption.Tables;

/// <summary>The numbers that the rows of a file tell: no two cases have the same, nor have two documents in a series.</summary>
internal sealed class NumbersSeen(ProcessDefinition definition)
{
    private readonly Dictionary<string, int> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Pattern, string Number), int> _documents = [];

    internal void Check(ToldCells cells, int line)
    {
        if (cells.Number.Length > 0 && !_cases.TryAdd(cells.Number, line))
            cells.Blame(cells.Column(Tells.Number)!, CellFaults.Twice(cells.Number, _cases[cells.Number]));
        foreach (var column in cells.Of(Tells.Document))
            if (Series(column.Name) is { } pattern)
                Check(cells, column, pattern, line);
    }

    private void Check(ToldCells cells, ToldColumn column, string pattern, int line)
    {
        foreach (var number in cells.Texts(Tells.Document, column.Name).Where(n => n != ToldCells.Absent && n.Length > 0))
            if (!_documents.TryAdd((pattern, number), line))
                cells.Blame(column, CellFaults.NumberTwice(number, _documents[(pattern, number)]));
    }

    private string? Series(string document) =>
        definition.Documents.First(d => d.Id == document).Number is { Kind: NumberKind.Series } number ? number.Pattern : null;
}

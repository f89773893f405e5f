using Workflow.Engine.Processes;

namespace Workflow.Host.Adoption;

/// <summary>The numbers that the rows of a file tell of documents in a series: no two documents have the same.</summary>
internal sealed class ToldSeries(ProcessDefinition definition)
{
    private readonly Dictionary<(string Pattern, string Number), int> _seen = [];

    internal void Check(ToldCells cells, int line)
    {
        foreach (var column in cells.Of(Tells.Document))
        {
            if (definition.Documents.First(d => d.Id == column.Name).Number is not { Kind: NumberKind.Series, Pattern: { } pattern })
                continue;
            foreach (
                var number in cells
                    .Texts(Tells.Document, column.Name)
                    .Where(n => n != ToldCells.Absent && n.Length > 0 && !_seen.TryAdd((pattern, n), line))
            )
                cells.Blame(
                    column,
                    "adopt.number_twice",
                    $"Expected each number of a series once, but '{number}' stands on line {_seen[(pattern, number)]} already.",
                    "settle with the other system which case has it"
                );
        }
    }
}

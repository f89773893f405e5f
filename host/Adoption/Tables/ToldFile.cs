using System.Collections.Immutable;
using Workflow.Definitions.Due;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Host.Wording;

namespace Workflow.Host.Adoption.Tables;

/// <summary>Reads a transfer file: CSV with a header that names columns as the definition does, one running case in each row.</summary>
/// <param name="process">The definition whose names the file uses.</param>
/// <param name="terms">What is the same for every row.</param>
public sealed class ToldFile(PublishedProcess process, ToldTerms terms)
{
    /// <summary>The most columns.</summary>
    public const int MaxColumns = 256;

    /// <summary>The most characters of a cell: a table of some hundred rows.</summary>
    public const int MaxCell = 32_768;

    /// <summary>Whether the register here knows somebody of an id; null where nobody can say, and then the taking over itself refuses.</summary>
    public Func<string, bool>? Knows { get; init; }

    /// <summary>The people whom a row may mean, for the way out of an id that nobody knows.</summary>
    public IReadOnlyCollection<NameValue> People { get; init; } = [];

    /// <summary>Reads the rows one by one; a bad one never stops the next. Where the header is wrong there is one row, without a command.</summary>
    /// <param name="text">The file.</param>
    public IEnumerable<ToldRow> Read(TextReader text)
    {
        var csv = new CsvReader(text, MaxColumns, MaxCell);
        var header = csv.Read();
        var (columns, problems) = Header(header);
        if (header is null || !problems.IsEmpty)
        {
            yield return new ToldRow(header?.Line ?? 1, "", null, problems);
            yield break;
        }

        var rows = new ToldRows(process, terms, columns, header.Fields.Length) { Knows = Knows, People = People };
        while (csv.Read() is { } row)
            if (!row.IsOfNothing)
                yield return rows.Read(row);
    }

    private (ImmutableArray<ToldColumn> Columns, ImmutableArray<PlacedNote> Problems) Header(CsvRow? header) =>
        header is null ? ([], [new PlacedNote(1, 1, HeaderFaults.Empty())])
        : header.Fault is { } fault ? ([], [new PlacedNote(header.Line, 1, CellFaults.Csv(fault))])
        : new ToldHeader(process).Read(header.Line, header.Fields);
}

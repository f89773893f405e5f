using System.Collections.Immutable;
using Workflow.Definitions.Due;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;

namespace Workflow.Host.Adoption;

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

    /// <summary>Reads the rows one by one; a bad one never stops the next. Where the header is wrong there is one row, without a command.</summary>
    /// <param name="text">The file.</param>
    public IEnumerable<ToldRow> Read(TextReader text)
    {
        var csv = new CsvReader(text, MaxColumns, MaxCell);
        if (csv.Read() is not { } header)
        {
            yield return new ToldRow(1, "", null, [new ToldProblem(1, 1, "adopt.header", "Expected a header, but the file is empty.")]);
            yield break;
        }

        var (columns, problems) = header.Fault is { } fault
            ? ([], [new ToldProblem(header.Line, 1, "adopt.csv", fault)])
            : new ToldHeader(process).Read(header.Line, header.Fields);
        if (!problems.IsEmpty)
        {
            yield return new ToldRow(header.Line, "", null, problems);
            yield break;
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbers = new ToldSeries(process.Definition);
        while (csv.Read() is { } row)
            yield return Row(row, header.Fields.Length, columns, seen, numbers);
    }

    private ToldRow Row(CsvRow row, int width, ImmutableArray<ToldColumn> columns, Dictionary<string, int> seen, ToldSeries numbers)
    {
        var problems = ImmutableArray.CreateBuilder<ToldProblem>();
        var cells = new ToldCells(row, columns, problems) { Knows = Knows };
        var number = cells.Text(Tells.Number) ?? "";
        if (row.Fault is { } fault)
            problems.Add(new ToldProblem(row.Line, 1, "adopt.csv", fault));
        else if (row.Fields.Length != width)
            problems.Add(
                new ToldProblem(
                    row.Line,
                    Math.Min(row.Fields.Length, width),
                    "adopt.csv",
                    $"Expected {width} fields, but found {row.Fields.Length}."
                )
            );
        if (problems.Count > 0)
            return new ToldRow(row.Line, number, null, problems.ToImmutable());
        var command = Command(cells, number);
        if (number.Length > 0 && !seen.TryAdd(number, row.Line))
            cells.Blame(
                cells.Column(Tells.Number)!,
                "adopt.twice",
                $"Expected each case once, but '{number}' stands on line {seen[number]} already."
            );
        numbers.Check(cells, row.Line);
        return new ToldRow(row.Line, number, problems.Count > 0 ? null : command, [.. problems.OrderBy(p => p.Column)])
        {
            Cells = cells.Told(),
        };
    }

    private AdoptCase? Command(ToldCells cells, string number)
    {
        if (number.Length == 0)
            cells.Blame(
                cells.Column(Tells.Number)!,
                "adopt.missing",
                "Expected the number that the case has there, but the cell is empty."
            );
        var lodged = Needed(cells, Tells.LodgedOn, "the day of the lodging");
        _ = Needed(cells, Tells.At, "where the case stands");
        var acts = cells
            .All(Tells.Outcome)
            .SelectMany(c => Acts(cells, c))
            .Concat(cells.Of(Tells.Answers).SelectMany(cells.Answers))
            .ToImmutableArray();
        Strays(cells);
        var day = cells.Day(cells.Column(Tells.LodgedOn), lodged);
        var told = new AdoptCase
        {
            Process = process.Definition.Id,
            Definition = terms.Definition,
            System = terms.System,
            Number = number,
            LodgedOn = day ?? default,
            Parties =
            [
                .. cells
                    .Of(Tells.PartyName)
                    .Select(c => new PartyEntry(c.Name, cells.Text(Tells.PartyPerson, c.Name) ?? "", cells.Cell(c)!)),
            ],
            Form = Values(cells, cells.Of(Tells.Form)),
            Materials = cells.Texts(Tells.Materials),
            Acts = acts,
            Opened = Days(cells, Tells.Opened),
            Moments = Days(cells, Tells.Moment),
            Documents = [.. cells.Of(Tells.Document).SelectMany(c => Documents(cells, c))],
            Promises = [.. cells.Of(Tells.Promise).SelectMany(cells.Promises)],
            Pauses = [.. cells.Of(Tells.Pause).SelectMany(cells.Pauses)],
            Extensions =
            [
                .. cells.Of(Tells.Extension).SelectMany(c => cells.Extensions(c, CaseAdopted.Actor(terms.System), terms.Reasons)),
            ],
            Holders = cells.Of(Tells.Holder).ToImmutableSortedDictionary(c => c.Name, c => cells.Person(c, cells.Cell(c)!)),
            At = cells.Texts(Tells.At),
            Series = terms.Series,
            Document = terms.Document,
            Reasons = terms.Reasons,
        };
        return day is null ? null : told;
    }

    private static string? Needed(ToldCells cells, Tells tells, string what)
    {
        if (cells.Text(tells) is { } text)
            return text;
        cells.Blame(cells.Column(tells)!, "adopt.missing", $"Expected {what}, but the cell is empty.");
        return null;
    }

    // A step that ran several times has its outcomes, days, persons and reasons in the same order, between semicolons.
    private static IEnumerable<ToldAct> Acts(ToldCells cells, ToldColumn column)
    {
        var (outcomes, days) = (cells.Texts(Tells.Outcome, column.Name), cells.Texts(Tells.On, column.Name));
        if (outcomes.IsEmpty)
            yield break;
        if (outcomes.Length != days.Length)
        {
            cells.Blame(
                cells.Column(Tells.On, column.Name) ?? column,
                "adopt.missing",
                $"Expected a day in '{column.Name}.on' for each outcome of '{column.Name}', but there are {outcomes.Length} outcomes and {days.Length} days."
            );
            yield break;
        }

        if (outcomes.Length > 1 && cells.Texts(Tells.Person, column.Name).Length > outcomes.Length)
            cells.Blame(
                cells.Column(Tells.Person, column.Name)!,
                "adopt.stray",
                $"Expected persons for {outcomes.Length} outcomes of '{column.Name}', but more are told.",
                "several persons of one act stand between blanks"
            );
        for (var i = 0; i < outcomes.Length; i++)
        {
            var persons = cells.People(cells.Column(Tells.Person, column.Name), Part(cells, Tells.Person, column.Name, i, outcomes.Length));
            if (cells.Day(cells.Column(Tells.On, column.Name), days[i]) is not { } on)
                continue;
            yield return new ToldAct
            {
                Step = column.Name,
                Outcome = outcomes[i],
                On = on,
                By = Part(cells, Tells.By, column.Name, i, outcomes.Length),
                Persons = persons,
                Reasons = Part(cells, Tells.Reasons, column.Name, i, outcomes.Length),
                Fields = Fields(cells, column.Name, i, outcomes.Length),
            };
        }
    }

    private static string? Part(ToldCells cells, Tells tells, string step, int place, int of) =>
        of == 1 ? cells.Text(tells, step)
        : cells.Texts(tells, step).ElementAtOrDefault(place) is { Length: > 0 } text ? text
        : null;

    private static ImmutableSortedDictionary<string, FieldValue> Fields(ToldCells cells, string step, int place, int of)
    {
        var values = ImmutableSortedDictionary<string, FieldValue>.Empty;
        foreach (var column in cells.Of(Tells.Asked).Where(c => c.Name == step))
        {
            var text = of == 1 ? cells.Cell(column) : Runs(column, cells.Cell(column)!).ElementAtOrDefault(place)?.Trim();
            if (text is { Length: > 0 } && cells.Value(column, text) is { } value)
                values = values.SetItem(column.Field!.Id, value);
        }

        return values;
    }

    private static IEnumerable<string> Runs(ToldColumn column, string text) =>
        column.Field!.Type == FieldType.Rows ? ToldTable.Parts(text) : text.Split(';');

    private static IEnumerable<ToldDocument> Documents(ToldCells cells, ToldColumn column)
    {
        var (numbers, days) = (cells.Texts(Tells.Document, column.Name), cells.Texts(Tells.DocumentOn, column.Name));
        if (!days.IsEmpty && days.Length != numbers.Length)
            cells.Blame(
                cells.Column(Tells.DocumentOn, column.Name)!,
                "adopt.missing",
                $"Expected a day for each number of '{column.Name}', but there are {numbers.Length} numbers and {days.Length} days."
            );
        return numbers.Select(
            (n, i) =>
                n == ToldCells.Absent
                    ? new ToldDocument(column.Name, Absent: true)
                    : new ToldDocument(column.Name, n, cells.Day(cells.Column(Tells.DocumentOn, column.Name), days.ElementAtOrDefault(i)))
        );
    }

    private static ImmutableSortedDictionary<string, FieldValue> Values(ToldCells cells, IEnumerable<ToldColumn> columns) =>
        columns
            .Select(c => (c.Field!.Id, Value: cells.Value(c, cells.Cell(c)!)))
            .Where(v => v.Value is not null)
            .ToImmutableSortedDictionary(v => v.Id, v => v.Value!);

    private static ImmutableSortedDictionary<string, DateOnly> Days(ToldCells cells, Tells tells) =>
        cells
            .Of(tells)
            .Select(c => (c.Name, Day: cells.Day(c, cells.Cell(c))))
            .Where(d => d.Day is not null)
            .ToImmutableSortedDictionary(d => d.Name, d => d.Day!.Value);

    // A day, a person or a field of a step that has no outcome would be lost without a word.
    private static void Strays(ToldCells cells)
    {
        foreach (var tells in new[] { Tells.On, Tells.By, Tells.Person, Tells.Reasons, Tells.Asked })
        foreach (var column in cells.Of(tells).Where(c => cells.Text(Tells.Outcome, c.Name) is null))
            cells.Blame(
                column,
                "adopt.stray",
                $"Expected nothing of '{column.Name}' without its outcome, but a value is told.",
                $"tell the outcome in the column '{column.Name}'"
            );
        foreach (var column in cells.Of(Tells.DocumentOn).Where(c => cells.Text(Tells.Document, c.Name) is null))
            cells.Blame(column, "adopt.stray", $"Expected no day of '{column.Name}' without its number, but one is told.");
        foreach (var column in cells.Of(Tells.PartyPerson).Where(c => cells.Text(Tells.PartyName, c.Name) is null))
            cells.Blame(column, "adopt.stray", $"Expected no person of '{column.Name}' without the party's name, but one is told.");
    }
}

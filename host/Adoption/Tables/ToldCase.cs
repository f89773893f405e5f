using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;

namespace Workflow.Host.Adoption.Tables;

/// <summary>What the cells of one row tell of a case, as the command that takes it over.</summary>
/// <param name="cells">The row; whatever is wrong is noted there.</param>
/// <param name="process">The process.</param>
/// <param name="terms">What is the same for every row.</param>
internal sealed class ToldCase(ToldCells cells, string process, ToldTerms terms)
{
    private readonly ToldPhrases _phrases = new(cells);
    private readonly OutcomeCells _acts = new(cells);

    /// <summary>Reads every cell. What is returned holds only where no problem was noted.</summary>
    internal AdoptCase Read()
    {
        var lodged = cells.Day(cells.Column(Tells.LodgedOn), cells.Text(Tells.LodgedOn));
        var told = Reckoned(Worked(Lodged(Named(lodged ?? default))));
        ToldGaps.Check(cells);
        return told;
    }

    private AdoptCase Named(DateOnly lodged) =>
        new()
        {
            Process = process,
            Definition = terms.Definition,
            System = terms.System,
            Number = cells.Number,
            LodgedOn = lodged,
            At = cells.Texts(Tells.At),
            Series = terms.Series,
            Document = terms.Document,
            Reasons = terms.Reasons,
        };

    private AdoptCase Lodged(AdoptCase told) =>
        told with
        {
            Parties = [.. cells.Of(Tells.PartyName).Select(Party)],
            Form = Values(cells.Of(Tells.Form)),
            Materials = cells.Texts(Tells.Materials),
            Promises = [.. cells.Of(Tells.Promise).SelectMany(_phrases.Promises)],
        };

    private AdoptCase Worked(AdoptCase told) =>
        told with
        {
            Acts = [.. _acts.Outcomes(), .. cells.Of(Tells.Answers).SelectMany(_phrases.Answers)],
            Opened = Days(Tells.Opened),
            Moments = Days(Tells.Moment),
            Documents = [.. cells.Of(Tells.Document).SelectMany(Documents)],
            Holders = cells.Of(Tells.Holder).ToImmutableSortedDictionary(c => c.Name, c => cells.Person(c, cells.Cell(c)!)),
        };

    private AdoptCase Reckoned(AdoptCase told) =>
        told with
        {
            Pauses = [.. cells.Of(Tells.Pause).SelectMany(_phrases.Pauses)],
            Extensions =
            [
                .. cells.Of(Tells.Extension).SelectMany(c => _phrases.Extensions(c, new SystemActor(terms.System), terms.Reasons)),
            ],
        };

    private PartyEntry Party(ToldColumn column) => new(column.Name, cells.Text(Tells.PartyPerson, column.Name) ?? "", cells.Cell(column)!);

    private IEnumerable<ToldDocument> Documents(ToldColumn column)
    {
        var (numbers, days) = (cells.Texts(Tells.Document, column.Name), cells.Texts(Tells.DocumentOn, column.Name));
        if (!days.IsEmpty && days.Length != numbers.Length)
            cells.Blame(cells.Column(Tells.DocumentOn, column.Name)!, CellFaults.DocumentDays(column.Title, numbers.Length, days.Length));
        return numbers.Select((number, i) => Document(column.Name, number, days.ElementAtOrDefault(i)));
    }

    private ToldDocument Document(string type, string number, string? day) =>
        number == ToldCells.Absent
            ? new ToldDocument(type, Absent: true)
            : new ToldDocument(type, number, cells.Day(cells.Column(Tells.DocumentOn, type), day));

    private ImmutableSortedDictionary<string, FieldValue> Values(IEnumerable<ToldColumn> columns) =>
        columns
            .Select(c => (c.Field!.Id, Value: cells.Value(c, cells.Cell(c)!)))
            .Where(v => v.Value is not null)
            .ToImmutableSortedDictionary(v => v.Id, v => v.Value!);

    private ImmutableSortedDictionary<string, DateOnly> Days(Tells tells) =>
        cells
            .Of(tells)
            .Select(c => (c.Name, Day: cells.Day(c, cells.Cell(c))))
            .Where(d => d.Day is not null)
            .ToImmutableSortedDictionary(d => d.Name, d => d.Day!.Value);
}

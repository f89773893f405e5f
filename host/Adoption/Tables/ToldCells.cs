using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Workflow.Definitions.Due;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Host.Wording;

namespace Workflow.Host.Adoption.Tables;

/// <summary>The cells of one row by what their columns tell, each read into values; whatever is wrong is noted with its place.</summary>
internal sealed class ToldCells(CsvRow row, ImmutableArray<ToldColumn> columns)
{
    internal const string Absent = "-";

    private const char Between = ';';

    private readonly List<PlacedNote> _problems = [];

    /// <summary>Whether the register knows an id; null where nobody can say.</summary>
    internal Func<string, bool>? Knows { get; init; }

    /// <summary>The people whom a row may mean.</summary>
    internal required IReadOnlyCollection<NameValue> People { get; init; }

    /// <summary>The number that the case has there; empty where there is none.</summary>
    internal string Number => Text(Tells.Number) ?? "";

    /// <summary>Everything that is wrong so far, from left to right, each once.</summary>
    internal ImmutableArray<PlacedNote> Problems => [.. _problems.Distinct().OrderBy(p => p.Column)];

    internal string? Text(Tells tells, string name = "") => Column(tells, name) is { } column ? Cell(column) : null;

    /// <summary>The texts of a cell between semicolons; empty for an empty cell.</summary>
    internal ImmutableArray<string> Texts(Tells tells, string name = "") =>
        Column(tells, name) is { } column && Cell(column) is not null ? Parts(column) : [];

    /// <summary>The texts between semicolons of a cell that is not empty.</summary>
    internal ImmutableArray<string> Parts(ToldColumn column) => [.. Cell(column)!.Split(Between).Select(t => t.Trim())];

    internal IEnumerable<ToldColumn> Of(Tells tells) => columns.Where(c => c.Tells == tells && Cell(c) is not null);

    internal string? Cell(ToldColumn column) =>
        column.Place <= row.Fields.Length && row.Fields[column.Place - 1].Trim() is { Length: > 0 } text ? text : null;

    internal ToldColumn? Column(Tells tells, string name = "") => columns.FirstOrDefault(c => c.Tells == tells && c.Name == name);

    /// <summary>Every column with its cell, empty ones left out.</summary>
    internal ImmutableArray<(ToldColumn Column, string Text)> Told() =>
        [.. columns.Select(c => (c, Text: Cell(c)!)).Where(c => c.Text is not null)];

    internal DateOnly? Day(ToldColumn? column, string? text) =>
        column is null || text is null ? null : WrittenDay.Read(text) ?? Counted(text) ?? Unread<DateOnly?>(column, CellFaults.Day(text));

    // A day that a spreadsheet shows as a number is counted from the day before the year 1900, a leap day that never was included.
    private static DateOnly? Counted(string text) =>
        text is [>= '2' and <= '6', _, _, _, _] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? new DateOnly(1899, 12, 30).AddDays(days)
            : null;

    internal FieldValue? Value(ToldColumn column, string text) =>
        column.Field!.Type switch
        {
            FieldType.Number => Figure(column, text),
            FieldType.Date => Day(column, text) is { } day ? new DateValue(day) : null,
            FieldType.YesNo => Truth(column, text),
            FieldType.Rows => new ToldTable(column.Field, wrong => Blame(column, CellFaults.Value(wrong))).Read(text),
            FieldType.Text
            or FieldType.Choice
            or FieldType.Office
            or FieldType.SocialCreditCode
            or FieldType.OrganisationCode
            or FieldType.ResidentNumber => new TextValue(text),
            _ => throw new UnreachableException($"No answer for {column.Field.Type}."),
        };

    /// <summary>Reads the ids of one person or several, between blanks.</summary>
    internal ImmutableArray<string> Persons(ToldColumn? column, string? text) =>
        column is null || text is null ? [] : [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Person(column, id))];

    internal string Person(ToldColumn column, string id)
    {
        if (Knows?.Invoke(id) == false)
            Blame(column, CellFaults.UnknownPerson(id, People));
        return id;
    }

    internal void Blame(ToldColumn column, Message fault) => _problems.Add(new PlacedNote(row.Line, column.Place, fault));

    private NumberValue? Figure(ToldColumn column, string text)
    {
        const NumberStyles Digits = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(text, Digits, CultureInfo.InvariantCulture, out var number)
            ? new NumberValue(number)
            : Unread<NumberValue>(column, CellFaults.Number(text));
    }

    private TruthValue? Truth(ToldColumn column, string text) =>
        text switch
        {
            "yes" or "是" => new TruthValue(true),
            "no" or "否" => new TruthValue(false),
            var other => Unread<TruthValue>(column, CellFaults.YesNo(other)),
        };

    private T? Unread<T>(ToldColumn column, Message fault)
    {
        Blame(column, fault);
        return default;
    }
}

using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Checks a value against its field. The vault uses it too: only a valid personal value is sealed.</summary>
public static class FieldChecks
{
    /// <summary>The most rows a table field takes where it names no bound.</summary>
    public const int MostRows = 500;

    /// <summary>Returns what is wrong, as the end of a sentence (<c>to be …, but …</c>), or null when nothing is.</summary>
    public static string? Check(Field field, FieldValue value) => (field.Type, value) switch
    {
        (_, SealedValue) when field.Personal => null,
        (FieldType.Text, TextValue t) => Length(field, t.Text),
        (FieldType.Number, NumberValue n) => Bounds(field, n.Number, field.Unit is null ? "" : $" {field.Unit}"),
        (FieldType.Date, DateValue d) => Day(d.Date),
        (FieldType.YesNo, TruthValue) => null,
        (FieldType.Choice, TextValue t) when field.Options.Contains(t.Text) => null,
        (FieldType.Choice, TextValue t) => $"to be one of {string.Join(", ", field.Options)}, but it is '{t.Text}'.",
        (FieldType.Office, TextValue t) => Length(field, t.Text),
        (FieldType.SocialCreditCode, TextValue t) => Code(SocialCreditCode.Check(t.Text)),
        (FieldType.OrganisationCode, TextValue t) => Code(OrganisationCode.Check(t.Text)),
        (FieldType.Rows, RowsValue r) => Rows(field, r.Rows),
        _ => $"to be {Kind(field.Type)}, but it is {Kind(value)}.",
    };

    private static string? Length(Field field, string text)
    {
        var most = field.Max ?? Payload.LongestText;
        if (text.Length > most) return $"to have at most {most} characters, but it has {text.Length}.";
        return text.Length < (field.Min ?? 0) ? $"to have at least {field.Min} characters, but it has {text.Length}." : null;
    }

    private static string? Bounds(Field field, decimal number, string unit)
    {
        if (number < field.Min) return $"to be at least {field.Min}{unit}, but it is {number}{unit}.";
        return number > field.Max ? $"to be at most {field.Max}{unit}, but it is {number}{unit}." : null;
    }

    // Beyond these days no calendar reckons, and nobody means them.
    private static string? Day(DateOnly day) => day.Year is < 1900 or > 2199 ? $"to be a day from 1900 to 2199, but it is {day:yyyy-MM-dd}." : null;

    private static string? Rows(Field field, ImmutableArray<ImmutableSortedDictionary<string, FieldValue>> rows)
    {
        var most = field.Max ?? MostRows;
        if (rows.Length > most) return $"to have at most {most} rows, but it has {rows.Length}.";
        if (rows.Length < (field.Min ?? 0)) return $"to have at least {field.Min} rows, but it has {rows.Length}.";
        return rows.Select((row, i) => Row(field, row) is { } wrong ? $"to be right in row {i + 1}, but {wrong}" : null).FirstOrDefault(w => w is not null);
    }

    private static string? Row(Field field, ImmutableSortedDictionary<string, FieldValue> row)
    {
        if (row.Keys.FirstOrDefault(k => field.Columns.All(c => c.Id != k)) is { } unknown) return $"'{unknown}' is no column.";
        foreach (var column in field.Columns)
        {
            var value = row.GetValueOrDefault(column.Id);
            if (value is null && column.RequiredWhen is not null) return $"'{column.Id}' is missing.";
            if (value is not null && Check(column, value) is { } wrong) return $"'{column.Id}' is expected {wrong}";
        }

        return null;
    }

    private static string? Code(string? wrong) => wrong is null ? null : $"to be valid, but: {wrong}";

    private static string Kind(FieldType type) => type switch
    {
        FieldType.Number => "a number",
        FieldType.Date => "a day",
        FieldType.YesNo => "yes or no",
        FieldType.Rows => "a table",
        _ => "text",
    };

    private static string Kind(FieldValue value) => value switch
    {
        NumberValue => "a number",
        DateValue => "a day",
        TruthValue => "yes or no",
        RowsValue => "a table",
        SealedValue => "sealed, although the field is not personal",
        _ => "text",
    };
}

using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Checks a value against its field. The vault uses it too: only a valid personal value is sealed.</summary>
public static class FieldChecks
{
    /// <summary>The most rows a table field takes where it names no bound.</summary>
    public const int MostRows = 500;

    // Beyond these days no calendar reckons, and nobody means them.
    private static readonly DateOnly FirstDay = new(1900, 1, 1);
    private static readonly DateOnly LastDay = new(2199, 12, 31);

    /// <summary>Returns what is wrong, as it follows the name of the field, or null when nothing is.</summary>
    public static Message? Check(Field field, FieldValue value) =>
        value is SealedValue && field.Personal ? null
        : Fits(field.Type, value) ? Content(field, value)
        : FieldFaults.Kind(Kind(field.Type), Kind(value));

    /// <summary>Whether nothing was entered: spaces and characters that nobody sees fill no field.</summary>
    internal static bool IsMissing(FieldValue? value) => value is null || value is TextValue written && PlainText.IsBlank(written.Text);

    private static bool Fits(FieldType type, FieldValue value) =>
        type switch
        {
            FieldType.Number => value is NumberValue,
            FieldType.Date => value is DateValue,
            FieldType.YesNo => value is TruthValue,
            FieldType.Rows => value is RowsValue,
            FieldType.Text
            or FieldType.Choice
            or FieldType.Office
            or FieldType.SocialCreditCode
            or FieldType.OrganisationCode
            or FieldType.ResidentNumber => value is TextValue,
            _ => throw new UnreachableException($"No answer for {type}."),
        };

    private static Message? Content(Field field, FieldValue value) =>
        value switch
        {
            TextValue t => Text(field, t.Text),
            NumberValue n => Bounds(field, n.Number),
            DateValue d => d.Date < FirstDay || d.Date > LastDay ? FieldFaults.DayOutOfBounds(FirstDay, LastDay, d.Date) : null,
            RowsValue r => Rows(field, r.Rows),
            TruthValue or SealedValue => null,
            _ => throw new UnreachableException($"No answer for {value.GetType().Name}."),
        };

    private static Message? Text(Field field, string text) =>
        field.Type switch
        {
            FieldType.Choice => field.Options.Contains(text) ? null : FieldFaults.NoOption(text, field.Options),
            FieldType.SocialCreditCode => FieldFaults.Code(SocialCreditCode.Check(text)),
            FieldType.OrganisationCode => FieldFaults.Code(OrganisationCode.Check(text)),
            FieldType.ResidentNumber => FieldFaults.Code(ResidentNumber.Check(text)),
            FieldType.Text or FieldType.Number or FieldType.Date or FieldType.YesNo or FieldType.Office or FieldType.Rows => Length(
                field,
                text.Length
            ) ?? (PlainText.IsPassage(text) ? null : FieldFaults.NotPlain()),
            _ => throw new UnreachableException($"No answer for {field.Type}."),
        };

    private static Message? Length(Field field, int length)
    {
        var most = field.Max ?? Payload.LongestText;
        if (length > most)
            return FieldFaults.TooLong(most, length);
        return length < field.Min ? FieldFaults.TooShort(field.Min.Value, length) : null;
    }

    private static Message? Bounds(Field field, decimal number)
    {
        if (number < field.Min)
            return FieldFaults.TooSmall(field.Min.Value, number, field.Unit);
        return number > field.Max ? FieldFaults.TooLarge(field.Max.Value, number, field.Unit) : null;
    }

    private static Message? Rows(Field field, ImmutableArray<ImmutableSortedDictionary<string, FieldValue>> rows)
    {
        var most = field.Max ?? MostRows;
        if (rows.Length > most)
            return FieldFaults.TooManyRows(most, rows.Length);
        if (rows.Length < field.Min)
            return FieldFaults.TooFewRows(field.Min.Value, rows.Length);
        return rows.Select((row, i) => Row(field, i + 1, row)).FirstOrDefault(w => w is not null);
    }

    private static Message? Row(Field field, int place, ImmutableSortedDictionary<string, FieldValue> row) =>
        Row(field, row) is { } wrong ? FieldFaults.Row(place, wrong) : null;

    private static Message? Row(Field field, ImmutableSortedDictionary<string, FieldValue> row) =>
        row.Keys.FirstOrDefault(k => field.Columns.All(c => c.Id != k)) is { } unknown
            ? FieldFaults.NoColumn(unknown)
            : field.Columns.Select(c => Column(c, row.GetValueOrDefault(c.Id))).FirstOrDefault(w => w is not null);

    private static Message? Column(Field column, FieldValue? value)
    {
        if (IsMissing(value) && column.RequiredWhen is not null)
            return FieldFaults.ColumnMissing(Naming.Field(column));
        if (value is null)
            return null;
        return Check(column, value) is { } wrong ? FieldFaults.Column(Naming.Field(column), wrong) : null;
    }

    private static Message Kind(FieldType type) =>
        type switch
        {
            FieldType.Number => FieldFaults.ANumber(),
            FieldType.Date => FieldFaults.Day(),
            FieldType.YesNo => FieldFaults.YesNo(),
            FieldType.Rows => FieldFaults.Table(),
            FieldType.Text
            or FieldType.Choice
            or FieldType.Office
            or FieldType.SocialCreditCode
            or FieldType.OrganisationCode
            or FieldType.ResidentNumber => FieldFaults.Text(),
            _ => throw new UnreachableException($"No answer for {type}."),
        };

    private static Message Kind(FieldValue value) =>
        value switch
        {
            TextValue => FieldFaults.Text(),
            NumberValue => FieldFaults.ANumber(),
            DateValue => FieldFaults.Day(),
            TruthValue => FieldFaults.YesNo(),
            RowsValue => FieldFaults.Table(),
            SealedValue => FieldFaults.Sealed(),
            _ => throw new UnreachableException($"No kind for {value}."),
        };
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Host.Adoption;

/// <summary>Reads the rows of a table field from one cell: a JSON array of objects, one for each row, whose members are the columns. What is wrong is told with its path, rows counted from 1.</summary>
/// <param name="field">The table field.</param>
/// <param name="blame">Takes one sentence for each thing that is wrong.</param>
internal sealed class ToldTable(Field field, Action<string> blame)
{
    // An array of objects of plain values has two levels; the others are there to be told of by their path.
    private const int MaxDepth = 8;

    // A cell in which everything is wrong is told of once, not a thousand times.
    private const int MostProblems = 20;

    private int _problems;

    /// <summary>Returns the rows; null where anything is wrong.</summary>
    internal RowsValue? Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            if (json.RootElement.ValueKind != JsonValueKind.Array)
                return Wrong($"Expected a JSON array of rows, but found {Kind(json.RootElement)}.");
            var (found, most) = (json.RootElement.GetArrayLength(), field.Max ?? FieldChecks.MostRows);
            if (found > most)
                return Wrong($"The table may have {most} {(most == 1 ? "row" : "rows")} at most and has {found}.");
            RowsValue rows = new([.. json.RootElement.EnumerateArray().Select((row, i) => Row(row, $"[{i + 1}]"))]);
            if (_problems == 0 && FieldChecks.Check(field, rows) is { } wrong)
                return Wrong($"The table {Words(wrong)}.");
            return _problems == 0 ? rows : null;
        }
        catch (JsonException e)
        {
            return Wrong($"Expected a JSON array of rows like [{{\"name\": \"…\"}}], but {Place(text, e)} in the cell is out of place.");
        }
    }

    /// <summary>Cuts a cell at the semicolons that stand in no text: the tables of a step that ran several times.</summary>
    internal static IEnumerable<string> Parts(string text)
    {
        var (from, quoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '\\')
                i++;
            else if (text[i] == '"')
                quoted = !quoted;
            else if (text[i] == ';' && !quoted)
            {
                yield return text[from..i].Trim();
                from = i + 1;
            }
        }

        yield return text[from..].Trim();
    }

    // The reader counts bytes, people count characters.
    private static string Place(string text, JsonException e)
    {
        var (line, bytes) = ((int)(e.LineNumber ?? 0), (int)(e.BytePositionInLine ?? 0));
        var before = Encoding.UTF8.GetBytes(text.Split('\n')[line]);
        return $"character {Encoding.UTF8.GetCharCount(before, 0, Math.Min(bytes, before.Length)) + 1} of line {line + 1}";
    }

    private ImmutableSortedDictionary<string, FieldValue> Row(JsonElement row, string path)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, FieldValue>(StringComparer.Ordinal);
        if (row.ValueKind != JsonValueKind.Object)
        {
            Wrong($"Expected {path} to be an object, but it is {Kind(row)}.");
            return values.ToImmutable();
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in row.EnumerateObject())
        {
            if (field.Columns.FirstOrDefault(c => c.Id == member.Name) is not { } column)
                Wrong($"Expected {path} to have columns of '{field.Id}', but '{Shown(member.Name)}' is none.");
            else if (!seen.Add(column.Id))
                Wrong($"Expected {path}.{column.Id} once, but it stands there twice.");
            else if (Value(column, member.Value, $"{path}.{column.Id}") is { } value)
                values[column.Id] = value;
        }

        foreach (var column in field.Columns.Where(c => c.RequiredWhen is not null && !seen.Contains(c.Id)))
            Wrong($"Expected {path}.{column.Id}, but it is missing.");
        return values.ToImmutable();
    }

    private FieldValue? Value(Field column, JsonElement json, string path)
    {
        if (Plain(column, json) is not { } value)
        {
            Wrong($"Expected {path} to be {Expected(column)}, but it is {Kind(json)}.");
            return null;
        }

        if (FieldChecks.Check(column, value) is { } wrong)
            Wrong($"{path} {Words(wrong)}.");
        return value;
    }

    private static FieldValue? Plain(Field column, JsonElement json) =>
        (column.Type, json.ValueKind) switch
        {
            (FieldType.Number, JsonValueKind.Number) => json.TryGetDecimal(out var number) ? new NumberValue(number) : null,
            (FieldType.YesNo, JsonValueKind.True or JsonValueKind.False) => new TruthValue(json.GetBoolean()),
            (FieldType.Date, JsonValueKind.String) => DateOnly.TryParseExact(
                Text(json),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
                ? new DateValue(day)
                : null,
            (FieldType.Number or FieldType.YesNo or FieldType.Date or FieldType.Rows, _) => null,
            (_, JsonValueKind.String) => Text(json) is { } text ? new TextValue(text) : null,
            _ => null,
        };

    // Null where the text holds what people do not write: control characters, or escapes that are no character.
    private static string? Text(JsonElement json)
    {
        try
        {
            var text = json.GetString()!;
            return text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')) ? null : text;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Expected(Field column) =>
        column.Type switch
        {
            FieldType.Number => "a number of at most 28 digits",
            FieldType.YesNo => "true or false",
            FieldType.Date => "a day like \"2026-03-02\"",
            _ => "a text without control characters",
        };

    private static string Kind(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.Null => "null",
            _ => Shown(json.GetRawText()),
        };

    private static string Words(Message wrong) => MessageTable.Shipped.Say(wrong, Language.En).Sentence;

    private RowsValue? Wrong(string sentence)
    {
        _problems++;
        if (_problems <= MostProblems)
            blame(sentence);
        else if (_problems == MostProblems + 1)
            blame("Expected the rest of the table to be right, but more of it is wrong.");
        return null;
    }

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

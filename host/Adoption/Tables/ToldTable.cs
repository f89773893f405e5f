using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Host.Adoption.Tables;

/// <summary>Reads the rows of a table field from one cell: a JSON array of objects, one for each row, whose members are the columns. What is wrong is told with its path, rows counted from 1.</summary>
/// <param name="field">The table field.</param>
/// <param name="blame">Takes one message for each thing that is wrong.</param>
internal sealed class ToldTable(Field field, Action<Message> blame)
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
            var rows = Rows(json.RootElement);
            return _problems == 0 ? rows : null;
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? 0);
            Blame(TableFaults.Syntax(line + 1, Characters(text.Split('\n')[line], (int)(e.BytePositionInLine ?? 0)) + 1));
            return null;
        }
    }

    /// <summary>Cuts a cell at the semicolons that stand in no text: the tables of a step that ran several times.</summary>
    internal static IEnumerable<string> Parts(string text)
    {
        for (var from = 0; from <= text.Length; )
        {
            var end = End(text, from);
            yield return text[from..end].Trim();
            from = end + 1;
        }
    }

    // The next semicolon that stands in no text; the end where there is none.
    private static int End(string text, int from)
    {
        var quoted = false;
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == ';' && !quoted)
                return i;
            if (text[i] == '"')
                quoted = !quoted;
            else if (text[i] == '\\' && quoted)
                i++;
        }

        return text.Length;
    }

    // The reader counts bytes, people count characters.
    private static int Characters(string line, int bytes)
    {
        var before = Encoding.UTF8.GetBytes(line);
        return Encoding.UTF8.GetCharCount(before, 0, Math.Min(bytes, before.Length));
    }

    private RowsValue? Rows(JsonElement json)
    {
        var most = field.Max ?? FieldChecks.MostRows;
        if (json.ValueKind != JsonValueKind.Array)
            Blame(TableFaults.NoArray(json));
        else if (json.GetArrayLength() > most)
            Blame(TableFaults.TooManyRows(most, json.GetArrayLength()));
        else
            return Checked(new RowsValue([.. json.EnumerateArray().Select((row, i) => Row(row, $"[{i + 1}]"))]));
        return null;
    }

    // What is wrong in single cells is told there.
    private RowsValue Checked(RowsValue rows)
    {
        if (_problems == 0 && FieldChecks.Check(field, rows) is { } wrong)
            Blame(TableFaults.Whole(wrong));
        return rows;
    }

    private ImmutableSortedDictionary<string, FieldValue> Row(JsonElement row, string path)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, FieldValue>(StringComparer.Ordinal);
        if (row.ValueKind == JsonValueKind.Object)
            Fill(values, row, path);
        else
            Blame(TableFaults.NoRow(path, row));
        return values.ToImmutable();
    }

    private void Fill(ImmutableSortedDictionary<string, FieldValue>.Builder values, JsonElement row, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in row.EnumerateObject())
            if (Column(member.Name, path, seen) is { } column && Value(column, member.Value, $"{path}.{column.Id}") is { } value)
                values[column.Id] = value;
        foreach (var column in field.Columns.Where(c => c.RequiredWhen is not null && !seen.Contains(c.Id)))
            Blame(TableFaults.ColumnMissing($"{path}.{column.Id}"));
    }

    private Field? Column(string name, string path, HashSet<string> seen)
    {
        var column = field.Columns.FirstOrDefault(c => c.Id == name);
        if (column is null)
            Blame(TableFaults.NoColumn(path, field, name));
        else if (!seen.Add(name))
            Blame(TableFaults.ColumnTwice($"{path}.{name}"));
        else
            return column;
        return null;
    }

    private FieldValue? Value(Field column, JsonElement json, string path)
    {
        var value = ToldTableCell.Read(column.Type, json);
        if (value is null)
            Blame(TableFaults.Value(path, column.Type, json));
        else if (FieldChecks.Check(column, value) is { } wrong)
            Blame(TableFaults.Field(path, wrong));
        return value;
    }

    private void Blame(Message fault)
    {
        _problems++;
        if (_problems <= MostProblems)
            blame(fault);
        else if (_problems == MostProblems + 1)
            blame(TableFaults.More());
    }
}

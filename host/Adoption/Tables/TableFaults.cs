using System.Diagnostics;
using System.Text.Json;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Host.Adoption.Tables;

/// <summary>What is wrong inside the cell of a table field. A path leads to it, such as <c>[2].size</c>, rows counted from 1.</summary>
internal static class TableFaults
{
    /// <summary>The cell is no JSON.</summary>
    internal static Message Syntax(int line, int at) => new("adopt.table.syntax", ("line", line), ("at", at));

    /// <summary>The cell is JSON, but no array.</summary>
    internal static Message NoArray(JsonElement found) => new("adopt.table.array", ("found", Kind(found)));

    internal static Message TooManyRows(decimal most, int found) =>
        new("adopt.table.rows", ("most", new CountValue(most)), ("found", found));

    /// <summary>The rows together do not fit the field.</summary>
    internal static Message Whole(Message wrong) => new("adopt.table.whole", ("wrong", wrong));

    internal static Message NoRow(string path, JsonElement found) => new("adopt.table.row", ("path", path), ("found", Kind(found)));

    internal static Message NoColumn(string path, Field table, string found) =>
        new(
            "adopt.table.no_column",
            ("path", path),
            ("table", table.Name(table.Id)),
            ("found", CellFaults.Shown(found)),
            ("columns", MessageValue.List(table.Columns.Select(c => c.Id)))
        );

    internal static Message ColumnTwice(string path) => new("adopt.table.column_twice", ("path", path));

    internal static Message ColumnMissing(string path) => new("adopt.table.column_missing", ("path", path));

    /// <summary>A value is of another kind than its column.</summary>
    internal static Message Value(string path, FieldType expected, JsonElement found) =>
        new("adopt.table.value", ("path", path), ("expected", Expected(expected)), ("found", Kind(found)));

    /// <summary>A value is of the kind of its column, and does not fit it all the same.</summary>
    internal static Message Field(string path, Message wrong) => new("adopt.table.field", ("path", path), ("wrong", wrong));

    /// <summary>More is wrong than is told.</summary>
    internal static Message More() => new("adopt.table.more");

    private static Message Expected(FieldType type) =>
        type switch
        {
            FieldType.Number => new Message("adopt.table.number"),
            FieldType.YesNo => new Message("adopt.table.yes_no"),
            FieldType.Date => new Message("adopt.table.day"),
            FieldType.Text
            or FieldType.Choice
            or FieldType.Office
            or FieldType.SocialCreditCode
            or FieldType.OrganisationCode
            or FieldType.ResidentNumber
            or FieldType.Rows => new Message("adopt.table.text"),
            _ => throw new UnreachableException($"No answer for {type}."),
        };

    private static MessageValue Kind(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => new Message("adopt.table.found_object"),
            JsonValueKind.Array => new Message("adopt.table.found_array"),
            JsonValueKind.Null => new Message("adopt.table.found_null"),
            _ => CellFaults.Shown(json.GetRawText()),
        };
}

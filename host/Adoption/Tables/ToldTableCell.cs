using System.Diagnostics;
using System.Text.Json;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Host.Adoption.Tables;

/// <summary>Reads one value of a row of a table.</summary>
internal static class ToldTableCell
{
    /// <summary>Returns the value; null where it is of another kind than its column.</summary>
    internal static FieldValue? Read(FieldType type, JsonElement json) =>
        type switch
        {
            FieldType.Number => json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var number)
                ? new NumberValue(number)
                : null,
            FieldType.YesNo => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? new TruthValue(json.GetBoolean()) : null,
            FieldType.Date => json.ValueKind == JsonValueKind.String ? Day(json) : null,
            FieldType.Rows => null,
            FieldType.Text
            or FieldType.Choice
            or FieldType.Office
            or FieldType.SocialCreditCode
            or FieldType.OrganisationCode
            or FieldType.ResidentNumber => json.ValueKind == JsonValueKind.String && Text(json) is { } text ? new TextValue(text) : null,
            _ => throw new UnreachableException($"No answer for {type}."),
        };

    private static DateValue? Day(JsonElement json) => WrittenDay.Read(Text(json)) is { } day ? new DateValue(day) : null;

    // Null where the text holds what people do not write: control characters, or escapes that are no character.
    private static string? Text(JsonElement json)
    {
        try
        {
            return Plain(json.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Plain(string text) => text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')) ? null : text;
}

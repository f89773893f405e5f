using System.Text.Json;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Answers;

namespace Workflow.Host.Cases;

/// <summary>One command of a list, read by itself: what is wrong with it stops no other.</summary>
/// <param name="Case">The case's number.</param>
/// <param name="Command">The command.</param>
/// <param name="Key">The key under which it is given again; null for none.</param>
internal sealed record BulkItem(string Case, CaseCommand Command, string? Key)
{
    private static readonly string[] Members = ["case", "command", "key"];

    /// <exception cref="RequestRefusedException">It is no such item; the sentence names its number and the place in it.</exception>
    internal static BulkItem Read(JsonElement item, int number)
    {
        try
        {
            var text = item.GetRawText();
            Texts.RequirePlain(text, CommandBody.MaxDepth);
            if (item.ValueKind != JsonValueKind.Object) throw new JsonException("an object with 'case' and 'command' is expected.");
            var members = item.EnumerateObject().ToList();
            if (members.Find(m => !Members.Contains(m.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown) throw new JsonException($"'{unknown.Name}' is not known; 'case', 'command' and 'key' are expected.");
            if (members.DistinctBy(m => m.Name).Count() < members.Count) throw new JsonException("each member is expected once.");
            return new BulkItem(Text(item, "case") ?? throw new JsonException("'case' is expected."), ReadCommand(item, number), Text(item, "key"));
        }
        catch (JsonException e)
        {
            throw Bodies.Malformed(e, $"item {number}, ");
        }
    }

    /// <summary>The case that an item names, however wrong the rest of it is; null where it names none.</summary>
    internal static string? CaseOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("case", out var number) && number.ValueKind == JsonValueKind.String && Texts.IsWhole(number) ? number.GetString() : null;

    private static string? Text(JsonElement item, string member) =>
        !item.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new JsonException($"'{member}' is expected to be a text.");

    private static CaseCommand ReadCommand(JsonElement item, int number)
    {
        if (!item.TryGetProperty("command", out var command) || command.ValueKind != JsonValueKind.Object) throw new JsonException("'command' is expected to be an object.");
        try
        {
            return CommandBody.Read(command.GetRawText());
        }
        catch (JsonException e)
        {
            throw Bodies.Malformed(e, $"item {number}, command, ");
        }
        catch (RequestRefusedException e)
        {
            throw new RequestRefusedException(e.Status, e.Code, $"Item {number}: {e.Message}", e.WayOut);
        }
    }
}

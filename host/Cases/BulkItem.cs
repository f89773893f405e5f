using System.Text.Json;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Answers;
using Workflow.Host.Answers.Json;

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
            Texts.RequirePlain(item.GetRawText(), CommandBody.MaxDepth);
            RequireMembers(item);
            return new BulkItem(RequireCase(item), ReadCommand(item, number), Text(item, "key"));
        }
        catch (JsonException e)
        {
            throw Refused("json.place_of_item", number, e);
        }
    }

    private static string RequireCase(JsonElement item) =>
        Text(item, "case") ?? throw new BodyException("json.name_expected", ("name", "case"));

    /// <summary>The case that an item names, however wrong the rest of it is; null where it names none.</summary>
    internal static string? CaseOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("case", out var number) && IsName(number) ? number.GetString() : null;

    private static bool IsName(JsonElement member) => member.ValueKind == JsonValueKind.String && Texts.IsWhole(member);

    private static void RequireMembers(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
            throw new BodyException("json.object_of", ("names", MessageValue.List(["case", "command"])));
        var names = item.EnumerateObject().Select(m => m.Name).ToList();
        if (names.Find(n => !Members.Contains(n)) is { } unknown)
            throw new BodyException(BodyMembers.Unknown(unknown, Members));
        if (names.GroupBy(n => n).FirstOrDefault(n => n.Count() > 1) is { Key: var twice })
            throw new BodyException("json.repeated", ("name", twice));
    }

    private static string? Text(JsonElement item, string member)
    {
        if (!item.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw new BodyException("json.text_expected", ("name", member));
    }

    private static CaseCommand ReadCommand(JsonElement item, int number)
    {
        if (!item.TryGetProperty("command", out var command) || command.ValueKind != JsonValueKind.Object)
            throw new BodyException("json.command_expected");
        try
        {
            return CommandBody.Read(command.GetRawText());
        }
        catch (JsonException e)
        {
            throw Refused("json.place_of_command", number, e);
        }
    }

    private static RequestRefusedException Refused(string place, int number, JsonException e) =>
        RequestRefusals.Json(
            new Message(place, ("item", number), ("place", JsonFaults.Place(e))),
            JsonFaults.Reason(e),
            (e as BodyException)?.All ?? []
        );
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Storage.Databases;

/// <summary>The stored form of a message: its code and its typed values. The names of the kinds are fixed for ever.</summary>
public static class MessageJson
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Returns the text of a message.</summary>
    public static string Write(Message message) => Node(message).ToJsonString(Readable);

    /// <summary>Returns the message of a text.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static Message Read(string text)
    {
        try
        {
            return Message(JsonNode.Parse(text));
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            throw new JsonException("Expected a message.", e);
        }
    }

    private static JsonObject Node(Message message) =>
        new()
        {
            ["code"] = message.Code,
            ["values"] = new JsonObject(message.Values.Select(v => KeyValuePair.Create(v.Name, (JsonNode?)Node(v.Value)))),
        };

    private static JsonObject Node(MessageValue value) =>
        value switch
        {
            WordsValue v => new() { ["text"] = v.Text },
            NameValue v => new()
            {
                ["name"] = v.Id,
                ["zh"] = v.Zh,
                ["en"] = v.En,
            },
            CountValue v => new() { ["number"] = v.Number },
            DayValue v => new() { ["day"] = v.Day.Text() },
            MomentValue v => new() { ["moment"] = v.At.ToString("O", CultureInfo.InvariantCulture) },
            LengthValue v => new() { ["length"] = v.Period.Amount, ["unit"] = v.Period.Unit.ToString() },
            ListValue v => new() { ["list"] = new JsonArray([.. v.Items.Select(Node)]) },
            PhraseValue v => new() { ["phrase"] = Node(v.Phrase) },
            _ => throw new System.Diagnostics.UnreachableException($"No stored form of {value.GetType().Name}."),
        };

    private static Message Message(JsonNode? node) =>
        new(node!["code"]!.GetValue<string>(), [.. node["values"]!.AsObject().Select(v => (v.Key, Value(v.Value!.AsObject())))]);

    private static MessageValue Value(JsonObject node) =>
        node.First() switch
        {
            ("text", var v) => new WordsValue(v!.GetValue<string>()),
            ("name", var v) => new NameValue(v!.GetValue<string>(), node["zh"]!.GetValue<string>(), node["en"]?.GetValue<string>()),
            ("number", var v) => new CountValue(v!.GetValue<decimal>()),
            ("day", var v) => new DayValue(SqlText.Day(v!.GetValue<string>())),
            ("moment", var v) => new MomentValue(DateTimeOffset.Parse(v!.GetValue<string>(), CultureInfo.InvariantCulture)),
            ("length", var v) => new LengthValue(new Period(v!.GetValue<int>(), Enum.Parse<PeriodUnit>(node["unit"]!.GetValue<string>()))),
            ("list", var v) => new ListValue([.. v!.AsArray().Select(item => Value(item!.AsObject()))]),
            ("phrase", var v) => new PhraseValue(Message(v)),
            var (kind, _) => throw new JsonException($"Expected a value of a message, but found the kind '{kind}'."),
        };
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Workflow.Engine.Messages;

namespace Workflow.Host.Answers.Json;

/// <summary>What a JSON value has to be, and what it is instead, as parts of a sentence.</summary>
internal static class Expected
{
    private static readonly Dictionary<Type, Message> Plain = new()
    {
        [typeof(string)] = Text,
        [typeof(int)] = new("request.kind_whole"),
        [typeof(long)] = new("request.kind_whole"),
        [typeof(decimal)] = new("json.kind_number"),
        [typeof(bool)] = new("request.kind_truth"),
        [typeof(DateOnly)] = new("request.kind_day"),
        [typeof(DateTimeOffset)] = new("json.kind_moment"),
    };

    internal static Message Text => new("json.kind_text");

    internal static Message Object => new("json.kind_object");

    /// <summary>What stands there.</summary>
    internal static Message Found(JsonElement found) =>
        found.ValueKind switch
        {
            JsonValueKind.Object => new("json.found_object"),
            JsonValueKind.Array => new("json.found_list"),
            _ => new("json.found_value", ("text", Texts.Short(found.GetRawText()))),
        };

    /// <summary>By its shape.</summary>
    internal static Message Of(JsonTypeInfo shape)
    {
        var type = Nullable.GetUnderlyingType(shape.Type) ?? shape.Type;
        return type.IsEnum ? new("json.kind_one_of", ("names", MessageValue.List(Enum.GetNames(type))))
            : Plain.TryGetValue(type, out var plain) ? plain
            : Structure(shape.Kind);
    }

    private static Message Structure(JsonTypeInfoKind kind) =>
        kind switch
        {
            JsonTypeInfoKind.Enumerable => new("json.kind_list"),
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => Object,
            _ => new("json.kind_value"),
        };
}

using System.Text.Json.Serialization.Metadata;
using Workflow.Engine.Messages;

namespace Workflow.Host.Answers.Json;

/// <summary>What a JSON value has to be, as a part of a sentence.</summary>
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

    /// <summary>By its shape.</summary>
    /// <param name="shape">The shape; null where none is known.</param>
    internal static Message Of(JsonTypeInfo? shape)
    {
        if (shape is null)
            return Anything;
        var type = Nullable.GetUnderlyingType(shape.Type) ?? shape.Type;
        return type.IsEnum ? new("json.kind_one_of", ("names", MessageValue.List(Enum.GetNames(type))))
            : Plain.TryGetValue(type, out var plain) ? plain
            : Structure(shape.Kind);
    }

    private static Message Anything => new("json.kind_value");

    private static Message Structure(JsonTypeInfoKind kind) =>
        kind switch
        {
            JsonTypeInfoKind.Enumerable => new("json.kind_list"),
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => Object,
            _ => Anything,
        };
}

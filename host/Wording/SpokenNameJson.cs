using System.Text.Json;
using System.Text.Json.Serialization;
using Workflow.Engine.Messages;

namespace Workflow.Host.Wording;

/// <summary>Names inside answers: the title, in the language asked for. The id stands beside it as a member of its own.</summary>
/// <param name="words">The language.</param>
internal sealed class SpokenNameJson(Words words) : JsonConverter<NameValue>
{
    public override NameValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Nobody sends a name.");

    public override void Write(Utf8JsonWriter writer, NameValue value, JsonSerializerOptions options) =>
        writer.WriteStringValue(words.Title(value));
}

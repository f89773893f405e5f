using System.Text.Json;
using System.Text.Json.Serialization;
using Workflow.Engine.Messages;

namespace Workflow.Host.Wording;

/// <summary>Messages inside answers: the sentence, in the language asked for.</summary>
/// <param name="words">The language.</param>
internal sealed class SpokenMessageJson(Words words) : JsonConverter<Message>
{
    public override Message Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Nobody sends a message.");

    public override void Write(Utf8JsonWriter writer, Message value, JsonSerializerOptions options) =>
        writer.WriteStringValue($"{words.Say(value)}");
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Host.Wording;

/// <summary>Refusals inside answers: code, sentence and way out, in the language asked for.</summary>
/// <param name="words">The language.</param>
internal sealed class RefusalJson(Words words) : JsonConverter<Refusal>
{
    public override Refusal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Nobody sends a refusal.");

    public override void Write(Utf8JsonWriter writer, Refusal value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, words.Tell(value), options);
}

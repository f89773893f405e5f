using System.Text.Json;
using System.Text.Json.Serialization;
using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Host.Wording;

/// <summary>Refusals in answers: code, sentence and way out.</summary>
public sealed class RefusalJson : JsonConverter<Refusal>
{
    public override Refusal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Nobody sends a refusal.");

    public override void Write(Utf8JsonWriter writer, Refusal value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("code", value.Code);
        writer.WriteString("sentence", value.English.Sentence);
        if (value.English.WayOut is { } way) writer.WriteString("wayOut", way);
        writer.WriteEndObject();
    }
}

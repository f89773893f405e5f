using System.Text.Json;
using System.Text.Json.Serialization;
using Workflow.Definitions.Wording;

namespace Workflow.Host.Wording;

/// <summary>Notes inside answers: code, sentence and way out, in the language asked for.</summary>
/// <param name="words">The language.</param>
internal sealed class SpokenNoteJson(Words words) : JsonConverter<SpokenNote>
{
    public override SpokenNote Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Nobody sends a note.");

    public override void Write(Utf8JsonWriter writer, SpokenNote value, JsonSerializerOptions options)
    {
        var said = words.Say(value.Message);
        var told = new RefusalWords(value.Message.Code, said.Sentence, said.WayOut)
        {
            Values = ValuesJson.Of(value.Message, HostMessages.All, words.Language),
        };
        JsonSerializer.Serialize(writer, told, options);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflow.Host.Wording;

/// <summary>Notes about places of a file inside answers: line, column, code, sentence and way out, in the language asked for.</summary>
/// <param name="words">The language.</param>
internal sealed class PlacedNoteJson(Words words) : JsonConverter<PlacedNote>
{
    private sealed record Told(int Line, int Column, string Code, string Sentence, string? WayOut);

    public override PlacedNote Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Nobody sends a note.");

    public override void Write(Utf8JsonWriter writer, PlacedNote value, JsonSerializerOptions options)
    {
        var said = words.Say(value.Message);
        var told = new Told(value.Line, value.Column, value.Message.Code, said.Sentence, said.WayOut);
        JsonSerializer.Serialize(writer, told, options);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Workflow.Engine.Expressions;

namespace Workflow.Host.Cases;

/// <summary>A day in a body, in every form in which files, tables and addresses may write one; the description of the interface names the first of them.</summary>
internal sealed class WrittenDayJson : JsonConverter<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && WrittenDay.Read(reader.GetString()) is { } day ? day : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue($"{value:O}");
}

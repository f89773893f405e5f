using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflow.Engine.Expressions;
using Workflow.Host.Answers.Json;

namespace Workflow.Host.Cases;

/// <summary>
/// Reads a field's value as people write JSON: a string, a number, true or false, an array of objects for a table; or in the
/// ledger's own form, an object that says what it <c>is</c>. A string is a text until <see cref="TypedFields"/> knows its field.
/// </summary>
internal sealed class PlainValue : JsonConverter<FieldValue>
{
    private static readonly JsonSerializerOptions Ledger = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowOutOfOrderMetadataProperties = true,
    };

    public override bool HandleNull => true;

    public override FieldValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => new TextValue(reader.GetString()!),
            JsonTokenType.Number when reader.TryGetDecimal(out var number) => new NumberValue(number),
            JsonTokenType.Number => throw new BodyException("json.number_too_long"),
            JsonTokenType.True => new TruthValue(true),
            JsonTokenType.False => new TruthValue(false),
            JsonTokenType.StartArray => new RowsValue(
                Nested<ImmutableArray<ImmutableSortedDictionary<string, FieldValue>>>(ref reader, options)
            ),
            JsonTokenType.StartObject => Nested<FieldValue>(ref reader, Ledger) is var value && value is SealedValue
                ? throw new BodyException("json.sealed")
                : value,
            _ => throw new BodyException("json.null"),
        };

    public override void Write(Utf8JsonWriter writer, FieldValue value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, Ledger);

    // A nested reading counts lines from its own start: its sentence goes on without its place, and the outer reading adds the right one.
    private static T Nested<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            return JsonBody.Read<T>(JsonElement.ParseValue(ref reader).GetRawText(), options);
        }
        catch (JsonException e)
        {
            throw new BodyException(JsonFaults.Reason(e));
        }
        catch (NotSupportedException)
        {
            throw new BodyException("json.is_expected");
        }
    }
}

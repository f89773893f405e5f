using System.Text.Json;

namespace Workflow.Host.Answers.Json;

/// <summary>Reads JSON of a known shape, and tells what stands against it by that shape: what was expected there, and what was found.</summary>
internal static class JsonBody
{
    /// <summary>Reads a value; every text in it is one that people write.</summary>
    /// <exception cref="JsonException">The text is no such value; the reason and the place are those for a sentence, and all else that is wrong is told beside it.</exception>
    /// <exception cref="NotSupportedException">An object does not say which of several it is.</exception>
    internal static T Read<T>(string text, JsonSerializerOptions options)
    {
        try
        {
            Texts.RequirePlain(text, options.MaxDepth);
            return JsonSerializer.Deserialize<T>(text, options) ?? throw new BodyException("json.object_expected");
        }
        catch (JsonException e) when (Misshapen<T>(e, text, options) is { } fault)
        {
            throw fault;
        }
    }

    // Null where the JSON itself is at fault: that is told without any shape.
    private static BodyException? Misshapen<T>(JsonException e, string text, JsonSerializerOptions options)
    {
        if (Whole(text, options) is not { } body)
            return null;
        var faults = new BodyFaults(options.GetTypeInfo(typeof(T)), body, options);
        return First(e, faults)?.Among(faults.All);
    }

    // What the serializer can name is told as it is; of a shape it says only where it stopped.
    private static BodyException? First(JsonException e, BodyFaults faults) =>
        e as BodyException
        ?? (
            JsonFaults.Named(e) is { } named ? BodyException.Of(named, e, e.Path)
            : faults.First is { } first ? BodyException.Of(first.Reason, e, first.Place.Path)
            : null
        );

    private static JsonElement? Whole(string text, JsonSerializerOptions options)
    {
        try
        {
            return JsonElement.Parse(text, new JsonDocumentOptions { MaxDepth = options.MaxDepth });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

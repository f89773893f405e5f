using System.Text.Json;

namespace Workflow.Host.Answers;

/// <summary>Reads JSON of a known shape, and tells what stands against it by that shape: what was expected there, and what was found.</summary>
internal static class JsonBody
{
    /// <summary>Reads a value.</summary>
    /// <exception cref="JsonException">The text is no such value; the reason and the place are those for a sentence.</exception>
    /// <exception cref="NotSupportedException">An object does not say which of several it is.</exception>
    internal static T Read<T>(string text, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, options) ?? throw new BodyException("json.object_expected");
        }
        catch (JsonException e) when (Misshapen<T>(e, text, options) is { } fault)
        {
            throw fault;
        }
    }

    // Null where the JSON itself is at fault: that is told without any shape.
    private static BodyException? Misshapen<T>(JsonException e, string text, JsonSerializerOptions options) =>
        e is BodyException || JsonFaults.Named(e) is not null || Whole(text, options) is not { } body
            ? null
            : new ShapeFault(options.GetTypeInfo(typeof(T)), body, options).Tell(e);

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

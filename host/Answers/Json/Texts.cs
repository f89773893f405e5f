using System.Text;
using System.Text.Json;
using Workflow.Engine.Messages;

namespace Workflow.Host.Answers.Json;

/// <summary>What text from outside may hold: characters that people write. Others break prints, exports and terminals long after.</summary>
public static class Texts
{
    private const int LongestShown = 60;

    /// <summary>Cuts a text to what fits into a sentence.</summary>
    public static string Short(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";

    /// <summary>Whether nothing but tabs and line ends is invisible in it.</summary>
    public static bool IsPlain(string text) => !text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r'));

    /// <summary>Looks at every name and text of JSON, and at every place in a list.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="maxDepth">The deepest nesting taken.</param>
    /// <exception cref="JsonException">One holds what people do not write, or nothing, or the JSON is malformed; it names the place.</exception>
    public static void RequirePlain(string json, int maxDepth)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = maxDepth });
        var isList = new bool[maxDepth + 1];
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                isList[reader.CurrentDepth] = reader.TokenType == JsonTokenType.StartArray;
            if (Wrong(ref reader, isList) is { } code)
                throw BodyException.At(new Message(code), Line(bytes, reader.TokenStartIndex), Column(bytes, reader.TokenStartIndex));
        }
    }

    /// <summary>Whether all names of an object read: an escape may be no character.</summary>
    internal static bool HasWholeNames(JsonElement found)
    {
        try
        {
            return found.EnumerateObject().All(m => m.Name is not null);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Whether a text is one that people write, without halves of surrogate pairs.</summary>
    internal static bool IsWhole(JsonElement text)
    {
        try
        {
            return IsPlain(text.GetString()!);
        }
        catch (InvalidOperationException)
        {
            // The reader says so of escapes that are no character.
            return false;
        }
    }

    private static string? Wrong(ref Utf8JsonReader reader, bool[] isList) =>
        reader.TokenType switch
        {
            JsonTokenType.Null when reader.CurrentDepth > 0 && isList[reader.CurrentDepth - 1] => "json.null",
            JsonTokenType.String or JsonTokenType.PropertyName when !IsPlain(ref reader) => "json.not_plain",
            _ => null,
        };

    private static bool IsPlain(ref Utf8JsonReader reader)
    {
        try
        {
            return IsPlain(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            // The reader says so of escapes that are no character.
            return false;
        }
    }

    private static long Line(byte[] bytes, long at) => bytes.AsSpan(0, (int)at).Count((byte)'\n');

    private static long Column(byte[] bytes, long at) => at - 1 - bytes.AsSpan(0, (int)at).LastIndexOf((byte)'\n');
}

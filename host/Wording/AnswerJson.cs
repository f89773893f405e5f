using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Workflow.Host.Wording;

/// <summary>How answers are written as JSON, over HTTP and by verbs alike.</summary>
public static class AnswerJson
{
    /// <summary>For what is the same in every language.</summary>
    public static JsonSerializerOptions Plain { get; } = Indented();

    /// <summary>Sets what every answer has in common, and the language of the sentences in it.</summary>
    public static void Set(JsonSerializerOptions options, Words words)
    {
        Set(options);
        options.Converters.Add(new RefusalJson(words));
        options.Converters.Add(new SpokenMessageJson(words));
        options.Converters.Add(new SpokenNameJson(words));
        options.Converters.Add(new SpokenNoteJson(words));
        options.Converters.Add(new PlacedNoteJson(words));
    }

    internal static JsonSerializerOptions For(Words words, bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = indented };
        Set(options, words);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static JsonSerializerOptions Indented()
    {
        var options = new JsonSerializerOptions { WriteIndented = true };
        Set(options);
        return options;
    }

    private static void Set(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter());
    }
}

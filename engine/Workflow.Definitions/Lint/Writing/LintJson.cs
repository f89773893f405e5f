using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Workflow.Definitions.Lint.Writing;

/// <summary>Writes what lint says for programs: one object, byte for byte the same at every door.</summary>
public static class LintJson
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    private static readonly JsonSerializerOptions Answer = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = Encoder,
        NewLine = "\n",
    };

    internal static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = Encoder,
        NewLine = "\n",
    };

    /// <summary>Returns an object with <c>publishable</c>, <c>process</c>, <c>digest</c> and <c>problems</c>, ended by a line feed; what there is not is null.</summary>
    public static string Write(LintAnswer answer) => JsonSerializer.Serialize(answer, Answer) + "\n";

    internal static string Text(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            write(json);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}

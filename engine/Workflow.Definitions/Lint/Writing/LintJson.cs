using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;

namespace Workflow.Definitions.Lint.Writing;

/// <summary>Writes problems for programs: one array of objects.</summary>
public static class LintJson
{
    internal static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        NewLine = "\n",
    };

    /// <summary>Returns an array of objects with <c>file</c>, <c>line</c>, <c>column</c> (both from 1), <c>severity</c>, <c>code</c>, <c>values</c> (by name, the same in every language but for messages inside them), <c>message</c>, <c>hint</c> and <c>law</c> (null for none).</summary>
    public static string Write(IEnumerable<Problem> problems, Language language) =>
        Text(json =>
        {
            json.WriteStartArray();
            foreach (var problem in problems)
                One(json, problem, language);
            json.WriteEndArray();
        });

    internal static string Text(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            write(json);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void One(Utf8JsonWriter json, Problem problem, Language language)
    {
        json.WriteStartObject();
        json.WriteString("file", problem.At.File);
        json.WriteNumber("line", problem.At.Line);
        json.WriteNumber("column", problem.At.Column);
        json.WriteString("severity", problem.Weight);
        json.WriteString("code", problem.Code);
        Said(json, problem, language);
        json.WriteEndObject();
    }

    private static void Said(Utf8JsonWriter json, Problem problem, Language language)
    {
        json.WriteStartObject("values");
        foreach (var (name, value) in problem.Message.Values)
            json.WriteString(name, MessageTable.Shipped.Plain(value, language));
        json.WriteEndObject();
        var said = problem.In(language);
        json.WriteString("message", said.Sentence);
        json.WriteString("hint", said.WayOut);
        json.WriteString("law", said.Law);
    }
}

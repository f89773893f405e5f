using System.Globalization;
using System.Text.Json.Nodes;
using Workflow.Definitions.Syntax;

namespace Workflow.Tests.Definitions.Schemas;

/// <summary>YAML as an editor hands it to a schema: plain words that are numbers or truths are no strings.</summary>
internal static class YamlAsJson
{
    internal static JsonNode File(string path) => Text(path, System.IO.File.ReadAllBytes(path));

    internal static JsonNode Text(string name, byte[] yaml)
    {
        var problems = new Problems();
        var root = SyntaxReader.Read(name, yaml, problems);
        Assert.That(problems.All.Select(p => p.ToString()), Is.Empty);
        return Node(root!)!;
    }

    private static JsonNode? Node(SyntaxNode syntax) =>
        syntax switch
        {
            MapSyntax map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key, Node(e.Value)))),
            ListSyntax list => new JsonArray([.. list.Items.Select(Node)]),
            ScalarSyntax scalar => Scalar(scalar),
            _ => throw new InvalidOperationException(),
        };

    private static JsonValue? Scalar(ScalarSyntax scalar) =>
        scalar switch
        {
            { Quoted: true } => JsonValue.Create(scalar.Text),
            { Text: "" } => null,
            { Text: "true" or "false" } => JsonValue.Create(scalar.Text == "true"),
            _ when IsNumber(scalar.Text, out var number) => JsonValue.Create(number),
            _ => JsonValue.Create(scalar.Text),
        };

    private static bool IsNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}

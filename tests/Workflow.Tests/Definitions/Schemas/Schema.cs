using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Workflow.Tests.Definitions.Schemas;

/// <summary>A schema that is shipped with the definitions.</summary>
/// <param name="Read">The schema.</param>
/// <param name="Keys">Every key that it completes somewhere; others are names that people give.</param>
internal sealed record Schema(JsonSchema Read, IReadOnlySet<string> Keys)
{
    private static readonly EvaluationOptions Listed = new() { OutputFormat = OutputFormat.List };

    // Schemas refer to one another by their files. Of a path on disk '#' would be a part: the address stands for the folder.
    private static readonly Uri Place = new("https://definitions.invalid/");

    /// <summary>Reads a schema, after those that it refers to.</summary>
    internal static Schema Of(string file, params string[] referred)
    {
        var options = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        string[] files = [.. referred, file];
        List<JsonSchema> read = [.. files.Select(f => JsonSchema.FromText(Text(f), options, new Uri(Place, f)))];
        return new Schema(read[^1], files.SelectMany(f => KeysOf(Json(f))).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>A schema as it is written.</summary>
    internal static JsonNode Json(string file) => JsonNode.Parse(Text(file))!;

    /// <summary>The keys that a part of a schema completes.</summary>
    internal static IEnumerable<string> Properties(JsonNode part) => part["properties"]!.AsObject().Select(p => p.Key);

    internal bool Takes(JsonNode file) => Read.Evaluate(JsonSerializer.SerializeToElement(file)).IsValid;

    /// <summary>What is wrong with a file, each with its place; empty when nothing is.</summary>
    internal IEnumerable<string> Faults(JsonNode file)
    {
        // Whether it is sound is told at the first fault; only a list goes through everything.
        if (Takes(file))
            return [];
        var results = Read.Evaluate(JsonSerializer.SerializeToElement(file), Listed);
        return results.Details!.SelectMany(d => (d.Errors ?? []).Select(e => $"{d.InstanceLocation}: {e.Value}"));
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Definitions, file));

    private static IEnumerable<string> KeysOf(JsonNode? node) =>
        node switch
        {
            JsonObject map => map.SelectMany(e =>
                e is { Key: "properties", Value: JsonObject keys }
                    ? [.. keys.Select(k => k.Key), .. keys.SelectMany(k => KeysOf(k.Value))]
                    : KeysOf(e.Value)
            ),
            JsonArray list => list.SelectMany(KeysOf),
            _ => [],
        };
}

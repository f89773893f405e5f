using System.Text.Json.Nodes;

namespace Workflow.Tests.Definitions.Schemas;

/// <summary>A shipped file with one thing wrong.</summary>
/// <param name="What">What is wrong and where; the same for every place of the same kind, so that each kind is tried once.</param>
/// <param name="File">The name of the file.</param>
/// <param name="Make">Makes the file with the fault: copying takes longer than naming it.</param>
internal sealed record Mutation(string What, string File, Func<JsonNode> Make)
{
    private const string Stranger = "no-such-key";

    /// <summary>Every unknown key, missing key and wrong type that a file can have.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="root">What stands in it.</param>
    /// <param name="keys">The keys of the language; every other key is a name that somebody gave, and one is like another.</param>
    internal static IEnumerable<Mutation> Of(string file, JsonNode root, IReadOnlySet<string> keys) =>
        Places(root, []).SelectMany(node => Of(node, keys)).Select(fault => new Mutation(fault.What, file, () => fault.Made(root)));

    private static IEnumerable<Fault> Of(Place place, IReadOnlySet<string> keys) =>
        [
            new Fault($"wrong type at {place.Words(keys)}", place.Path, node => node.ReplaceWith(Other(node))),
            .. place.Node is JsonObject map ? OfKeys(map, place, keys) : [],
        ];

    private static IEnumerable<Fault> OfKeys(JsonObject map, Place place, IReadOnlySet<string> keys)
    {
        string Word(string key) => keys.Contains(key) ? key : "*";
        var where = $"{place.Words(keys)} ({string.Join(' ', map.Select(e => Word(e.Key)).Distinct())})";
        yield return new Fault($"unknown key at {where}", place.Path, node => node.AsObject().Add(Stranger, "x"));
        foreach (var key in map.Select(e => e.Key))
            yield return new Fault($"without '{Word(key)}' at {where}", place.Path, node => node.AsObject().Remove(key));
    }

    // Neither a word nor a list of words, and no map of words: nothing that a value may be written as.
    private static JsonNode Other(JsonNode? node) =>
        node is JsonObject ? JsonValue.Create("x") : new JsonObject { [Stranger] = new JsonArray(new JsonArray(new JsonObject())) };

    private static IEnumerable<Place> Places(JsonNode? node, object[] path) =>
        [
            .. node is null ? Enumerable.Empty<Place>() : [new Place(node, path)],
            .. node switch
            {
                JsonObject map => map.SelectMany(e => Places(e.Value, [.. path, e.Key])),
                JsonArray list => list.SelectMany((item, i) => Places(item, [.. path, i])),
                _ => [],
            },
        ];

    private sealed record Place(JsonNode Node, object[] Path)
    {
        // A schema refers to its parts, so that what stands further out changes nothing.
        internal string Words(IReadOnlySet<string> keys) =>
            "/" + string.Join('/', Path.OfType<string>().TakeLast(2).Select(key => keys.Contains(key) ? key : "*"));
    }

    private sealed record Fault(string What, object[] Path, Action<JsonNode> Do)
    {
        internal JsonNode Made(JsonNode root)
        {
            // The root itself has no place in which another could stand.
            var copy = new JsonArray(root.DeepClone());
            Do(Path.Aggregate(copy[0]!, (at, step) => step is string key ? at[key]! : at[(int)step]!));
            var made = copy[0]!;
            copy.Clear();
            return made;
        }
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflow.Definitions.Calendars;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Stories.Reading;
using Workflow.Definitions.Syntax;

namespace Workflow.Tests.Definitions.Schemas;

/// <summary>The shipped files of one kind, their schema, and what the reader of that kind says of one of them.</summary>
/// <param name="Kind">The kind, for the name of the test.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Files">Each file's name and what stands in it.</param>
/// <param name="Read">The problems that the reader reports of a file with this text.</param>
internal sealed record ShippedFiles(
    string Kind,
    Schema Schema,
    IReadOnlyList<(string Name, JsonNode Root)> Files,
    Func<string, string, IEnumerable<Problem>> Read
)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Lazy<IReadOnlyList<(string Name, byte[] Bytes)>> Fragments = new(() =>
        [
            .. Readings
                .Files()
                .Where(f => f.Name.StartsWith("fragments/", StringComparison.Ordinal))
                .Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text))),
        ]
    );

    // A process uses fragments and no other process, so that they are read once for all of its copies.
    private static readonly Lazy<DefinitionLibrary> OfFragments = new(() => DefinitionLibrary.Of(Fragments.Value));

    /// <summary>Every kind of file that is shipped.</summary>
    internal static IReadOnlyList<ShippedFiles> All { get; } =
    [
        new("definitions", Schema.Of("process.schema.json"), [.. Rooted("steps")], Definition),
        new("scenarios", Schema.Of("schemas/scenarios.schema.json"), [.. Rooted("scenarios").SelectMany(Single)], Scenarios),
        new("stories", Schema.Of("schemas/story.schema.json", "schemas/scenarios.schema.json"), [.. Rooted("story")], Story),
        new(
            "register",
            Schema.Of("schemas/register.schema.json"),
            [.. Rooted("people")],
            (_, text) => Collected(problems => RegisterReader.Read(text, Text("catalogue.yaml"), problems))
        ),
        new(
            "catalogue",
            Schema.Of("schemas/catalogue.schema.json"),
            [.. Rooted("items")],
            (_, text) => Collected(problems => RegisterReader.Read(Text("register.yaml"), text, problems))
        ),
        new("calendars", Schema.Of("schemas/calendar.schema.json"), [.. Rooted("year", "overlay")], Calendar),
        new("laws", Schema.Of("schemas/law.schema.json"), [.. Rooted("law")], Law),
    ];

    internal static string Written(JsonNode root) => root.ToJsonString(Readable);

    public override string ToString() => Kind;

    // The files that have one of the keys at their root.
    private static IEnumerable<(string Name, JsonNode Root)> Rooted(params string[] keys) =>
        new[] { Repository.Definitions, Repository.Samples }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(path => (Name: Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), Root: YamlAsJson.File(path)))
            .Where(f => f.Root is JsonObject map && keys.Any(map.ContainsKey));

    // One file for each scenario: what is wrong in one is found without reading the others.
    private static IEnumerable<(string Name, JsonNode Root)> Single((string Name, JsonNode Root) file) =>
        file.Root["scenarios"]!
            .AsArray()
            .Select(scenario =>
                (
                    file.Name,
                    (JsonNode)
                        new JsonObject
                        {
                            ["process"] = file.Root["process"]!.DeepClone(),
                            ["scenarios"] = new JsonArray(scenario!.DeepClone()),
                        }
                )
            );

    private static IEnumerable<Problem> Definition(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var found = Fragments.Value.Any(f => name.EndsWith(f.Name, StringComparison.Ordinal))
            ? DefinitionLibrary
                .Of([.. Fragments.Value.Where(f => !name.EndsWith(f.Name, StringComparison.Ordinal)), (name, bytes)])
                .Problems
            : OfFragments.Value.With(name, bytes).Problems;
        return found.Where(p => p.At.File == name);
    }

    private static IEnumerable<Problem> Scenarios(string name, string text) =>
        ScenarioReader.Read(name, Encoding.UTF8.GetBytes(text), ShippedStories.World).Problems;

    private static IEnumerable<Problem> Story(string name, string text) =>
        ScenarioReader.ReadStory(name, Encoding.UTF8.GetBytes(text), ShippedStories.World).Problems;

    private static IEnumerable<Problem> Law(string name, string text) =>
        Collected(problems => LawReader.Read(name, Encoding.UTF8.GetBytes(text), problems));

    private static IEnumerable<Problem> Calendar(string name, string text)
    {
        var folder = Directory.CreateTempSubdirectory("workflow-calendar-").FullName;
        File.WriteAllText(Path.Combine(folder, Path.GetFileName(name)), text);
        var problems = Collected(found => CalendarReader.ReadFolder(folder, found));
        Directory.Delete(folder, recursive: true);
        return problems;
    }

    private static IEnumerable<Problem> Collected(Action<Problems> read)
    {
        var problems = new Problems();
        read(problems);
        return problems.All;
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Definitions, file));
}

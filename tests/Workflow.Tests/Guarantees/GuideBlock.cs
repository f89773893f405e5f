using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Tests.Definitions.Schemas;

namespace Workflow.Tests.Guarantees;

/// <summary>A block of YAML in a guide.</summary>
/// <param name="Guide">The guide's path in the repository.</param>
/// <param name="Line">The line on which the block begins.</param>
/// <param name="Yaml">What stands in it.</param>
internal sealed partial record GuideBlock(string Guide, int Line, string Yaml)
{
    private static readonly string[] Built = ["bin", "obj", ".git"];

    /// <summary>Every block of every guide in the repository.</summary>
    public static IReadOnlyList<GuideBlock> All { get; } = [.. Guides(Repository.Root).SelectMany(Blocks)];

    /// <summary>The block as a value.</summary>
    public JsonNode Root => YamlAsJson.Text($"{Guide}:{Line}", Bytes);

    public byte[] Bytes => Encoding.UTF8.GetBytes(Yaml);

    /// <summary>Returns what kind of file the block is, or is a part of; null for a shape that nobody knows.</summary>
    public BlockKind? Kind =>
        Root switch
        {
            JsonArray => BlockKind.Steps,
            JsonObject map when Has(map, "process", "steps") => BlockKind.Process,
            JsonObject map when Has(map, "process", "scenarios") => BlockKind.Scenarios,
            JsonObject map when Has(map, "process", "maps") => BlockKind.LogMap,
            JsonObject map when Has(map, "law") => BlockKind.Law,
            JsonObject map when Has(map, "people") => BlockKind.Register,
            JsonObject map when IsOf(map, DefinitionKeys.Process) => BlockKind.PartOfProcess,
            JsonObject map when IsOf(map, DefinitionKeys.Step) => BlockKind.PartOfStep,
            JsonObject map when map.All(e => e.Value is JsonObject row && Has(row, "type", "lead", "status")) => BlockKind.CatalogueRows,
            JsonObject map when map.All(e => e.Value is JsonObject clock && IsOf(clock, DefinitionKeys.Clock)) => BlockKind.Clocks,
            _ => null,
        };

    public override string ToString() => $"{Guide}:{Line}";

    private static bool Has(JsonObject map, params string[] keys) => keys.All(map.ContainsKey);

    private static bool IsOf(JsonObject map, KeySet keys) => map.All(e => keys.Keys.Contains(e.Key));

    private static IEnumerable<string> Guides(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.md")
            .Order(StringComparer.Ordinal)
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(d => !Built.Contains(Path.GetFileName(d)))
                    .Order(StringComparer.Ordinal)
                    .SelectMany(Guides)
            );

    private static IEnumerable<GuideBlock> Blocks(string path)
    {
        var text = File.ReadAllText(path);
        var guide = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
        return Fence()
            .Matches(text)
            .Select(m => new GuideBlock(guide, text[..m.Index].Count(c => c == '\n') + 1, Outdented(m.Groups["yaml"].Value)));
    }

    // A block may show a step at the depth at which it stands in a file.
    private static string Outdented(string yaml)
    {
        var lines = yaml.Split('\n');
        var depth = lines.Where(l => l.Trim().Length > 0).Min(l => l.Length - l.TrimStart().Length);
        return string.Join('\n', lines.Select(l => l.Length < depth ? l : l[depth..]));
    }

    [GeneratedRegex("^```ya?ml\n(?<yaml>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}

/// <summary>What a block of a guide is, or is a part of.</summary>
internal enum BlockKind
{
    Process,
    Scenarios,
    Law,
    LogMap,
    Register,
    CatalogueRows,
    Clocks,
    PartOfProcess,
    PartOfStep,
    Steps,
}

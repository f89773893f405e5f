using System.Text;
using System.Text.Json.Nodes;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Wording;
using Workflow.Tests.Definitions.Schemas;

namespace Workflow.Tests.Guarantees;

/// <summary>What the guides show is right: a whole process passes lint, and a part fits where it belongs.</summary>
public sealed class GuideYamlTests
{
    private const string Catalogue = "catalogue.yaml";

    private const string Sample = """
        process: sample
        title: 样例
        in-force: 2024-01-01..
        item: {code: X-1, type: 行政许可, lead: hall}
        offices: {hall: 大厅}
        parties: {applicant: 申请人}
        steps:
          - {step: sample, title: 样例, by: hall.clerk}
        """;

    private static readonly Schema Processes = Schema.Of("process.schema.json");
    private static readonly Schema Catalogues = Schema.Of("schemas/catalogue.schema.json");
    private static readonly Schema Registers = Schema.Of("schemas/register.schema.json");
    private static readonly Schema Laws = Schema.Of("schemas/law.schema.json");

    private static IReadOnlyList<GuideBlock> All => GuideBlock.All;

    private static IEnumerable<GuideBlock> Whole => All.Where(b => b.Kind == BlockKind.Process);

    private static IEnumerable<GuideBlock> Parts =>
        All.Where(b => b.Kind is not (BlockKind.Process or BlockKind.Scenarios or BlockKind.LogMap));

    [Test]
    public void There_are_guides_with_whole_processes() => Assert.That((All.Count, Whole.Count()), Is.GreaterThanOrEqualTo((20, 2)));

    [TestCaseSource(nameof(All))]
    public void Every_block_is_of_a_known_shape(object block) => Assert.That(((GuideBlock)block).Kind, Is.Not.Null);

    [TestCaseSource(nameof(Whole))]
    public void A_whole_process_passes_lint_with_the_scenarios_of_its_guide(object block)
    {
        var shown = (GuideBlock)block;
        var name = $"market/{shown.Root["process"]}";
        var folder = LintedFolder.Read(Repository.Definitions).With(Catalogue, Rows()).With($"{name}.yaml", shown.Bytes);
        foreach (var scenarios in All.Where(b => b.Guide == shown.Guide && b.Kind == BlockKind.Scenarios))
            folder = folder.With($"{name}.scenarios.yaml", scenarios.Bytes);
        Assert.That(WholeLint.Lint(folder, Array.Empty<LintProfile>()).Select(p => p.English), Is.Empty);
    }

    // Whoever opens the repository sees a whole process at one glance.
    [Test]
    public void The_first_process_that_a_reader_meets_has_twelve_lines_at_most() =>
        Assert.That(Whole.Single(b => b.Guide == "README.md").Yaml.TrimEnd('\n').Split('\n'), Has.Length.AtMost(12));

    [TestCaseSource(nameof(Parts))]
    public void A_part_fits_where_it_belongs(object block)
    {
        var (schema, file) = Completed((GuideBlock)block);
        Assert.That(schema.Faults(file), Is.Empty);
    }

    // The catalogue with the rows that guides add to it.
    private static byte[] Rows()
    {
        var shown = All.Where(b => b.Kind == BlockKind.CatalogueRows)
            .SelectMany(b => b.Yaml.TrimEnd('\n').Split('\n'))
            .Select(l => $"  {l}\n");
        return Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(Repository.Definitions, Catalogue)) + string.Concat(shown));
    }

    private static (Schema Schema, JsonNode File) Completed(GuideBlock block) =>
        block.Kind switch
        {
            BlockKind.Law => (Laws, block.Root),
            BlockKind.Register => (Registers, With(new JsonObject { ["organisations"] = new JsonObject() }, block.Root)),
            BlockKind.CatalogueRows => (Catalogues, new JsonObject { ["items"] = block.Root }),
            BlockKind.PartOfProcess => (Processes, With(Process(), block.Root)),
            BlockKind.Clocks => (Processes, With(Process(), new JsonObject { ["clocks"] = block.Root })),
            BlockKind.PartOfStep => (Processes, With(Process(), new JsonObject { ["steps"] = new JsonArray(With(Step(), block.Root)) })),
            BlockKind.Steps => (Processes, With(Process(), new JsonObject { ["steps"] = block.Root })),
            _ => throw new InvalidOperationException($"{block} is no part."),
        };

    private static JsonObject Process() => YamlAsJson.Text("sample", Encoding.UTF8.GetBytes(Sample)).AsObject();

    private static JsonObject Step() => Process()["steps"]![0]!.DeepClone().AsObject();

    private static JsonObject With(JsonObject whole, JsonNode part)
    {
        foreach (var (key, value) in part.AsObject())
            whole[key] = value!.DeepClone();
        return whole;
    }
}

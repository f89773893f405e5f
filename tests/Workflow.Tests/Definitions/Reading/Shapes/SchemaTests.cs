using System.Text.Json;
using Workflow.Definitions.Reading.Shapes;

namespace Workflow.Tests.Definitions.Reading.Shapes;

public sealed class SchemaTests
{
    // Shapes of single values; they have no keys.
    private static readonly string[] Values =
    [
        "id",
        "period",
        "condition",
        "row-condition",
        "who",
        "basis-text",
        "fields",
        "asks",
        "clocks",
        "title",
        "day-bounds",
        "option",
        "argument",
        "node",
    ];

    private static readonly JsonElement Defs = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(Repository.Definitions, "process.schema.json")))
        .RootElement.GetProperty("$defs");

    [TestCaseSource(typeof(DefinitionKeys), nameof(DefinitionKeys.All))]
    public void The_schema_completes_exactly_the_keys_that_the_reader_takes(KeySet keys) =>
        Assert.That(
            Defs.GetProperty(keys.Name).GetProperty("properties").EnumerateObject().Select(p => p.Name),
            Is.EquivalentTo(keys.Keys)
        );

    [Test]
    public void The_schema_knows_no_other_maps() =>
        Assert.That(Defs.EnumerateObject().Select(d => d.Name).Except(Values), Is.EquivalentTo(DefinitionKeys.All.Select(k => k.Name)));
}

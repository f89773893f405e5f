using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Stories.Reading;
using Workflow.Definitions.Syntax;

namespace Workflow.Tests.Definitions.Schemas;

/// <summary>
/// The schemas take every shipped file, and refuse it with one key too many, one too few or a value of another type wherever the
/// reader does. The reader is the judge: it is written by hand, and the schemas beside it.
/// </summary>
public sealed class ShippedSchemasTests
{
    // What a reader says of a key or of the shape of a value; the rest is about names and days, which a schema cannot know.
    private static readonly string[] Shapes =
    [
        "file.unknown_key",
        "file.missing_key",
        "file.shape",
        "file.one_of",
        "value.word",
        "value.yes_no",
        "register.unknown_key",
        "register.missing",
        "register.shape",
        "register.list",
        "register.text",
        "register.choice",
        "register.no_deputy",
        "calendar.unknown_key",
        "calendar.missing",
        "calendar.shape",
        "calendar.list",
        "calendar.text",
    ];

    // Parties and fields have the names that the definition gives them, which fields are asked for depends on the outcome, and an
    // article may say how long an extension is.
    private static readonly string[] SaidElsewhere =
    [
        "without 'by' at /clocks/extend (",
        "without 'by' at /*/extend (",
        "unknown key at /moves/lodge (",
        "unknown key at /lodge/form (",
        "unknown key at /form/*",
        "unknown key at /moves/fields (",
        "unknown key at /fields/*",
        "unknown key at /moves/correct-form (",
        "unknown key at /correct-form/*",
        "without 'outcome' at /scenarios/moves (",
    ];

    private static readonly Dictionary<string, Lazy<IReadOnlyList<Tried>>> AllTried = ShippedFiles.All.ToDictionary(
        s => s.Kind,
        s => new Lazy<IReadOnlyList<Tried>>(() => [.. Mutations(s).Where((_, i) => IsOfEveryRun(i)).Select(m => Try(s, m))])
    );

    // Of the many copies of a kind every run tries the first and then one in twelve; all of them are tried where minutes are given.
    private static bool IsOfEveryRun(int copy) => copy < 60 || copy % 12 == 0;

    [TestCaseSource(nameof(Kinds))]
    [Category(Heavy.Category)]
    public void Of_every_copy_the_reader_and_the_schema_judge_alike(string kind)
    {
        Heavy.Only();
        var shipped = Shipped(kind);
        var tried = Mutations(shipped).Select(m => Try(shipped, m));
        var wrong = tried.Where(t =>
            t is { Taken: true, Shape: not null } && !SaidElsewhere.Any(t.Is) || t is { Taken: false, IsRead: true }
        );
        Assert.That(wrong.Select(t => $"{t.File}: {t.What}; {t.Shape}"), Is.Empty);
    }

    [TestCaseSource(nameof(Kinds))]
    public void Every_shipped_file_is_taken(string kind)
    {
        var shipped = Shipped(kind);
        Assert.That(shipped.Files, Is.Not.Empty);
        var faults = shipped.Files.SelectMany(f => shipped.Schema.Faults(f.Root).Select(fault => $"{f.Name}{fault}"));
        Assert.That(string.Join('\n', faults), Is.Empty);
    }

    [TestCaseSource(nameof(Kinds))]
    public void What_the_reader_refuses_for_its_shape_the_schema_refuses(string kind) =>
        Assert.That(Listed(kind, t => t is { Taken: true, Shape: not null } && !SaidElsewhere.Any(t.Is)), Is.Empty);

    [TestCaseSource(nameof(Kinds))]
    public void What_the_schema_refuses_the_reader_refuses(string kind) =>
        Assert.That(Listed(kind, t => t is { Taken: false, IsRead: true }), Is.Empty);

    [TestCaseSource(nameof(Kinds))]
    public void Keys_are_tried_and_refused_in_each_of_three_ways(string kind)
    {
        foreach (var way in new[] { "unknown key at", "without '", "wrong type at" })
            Assert.That(AllTried[kind].Value.Count(t => !t.Taken && t.Is(way)), Is.GreaterThan(1), way);
    }

    /// <summary>The acts of a story and what stands beside each are those that the reader takes.</summary>
    [Test]
    public void The_schema_of_scenarios_completes_exactly_the_keys_that_the_reader_takes()
    {
        foreach (var (act, beside) in ScenarioKeys.Acts)
            Assert.That(Completed(act), Is.EquivalentTo(beside.Prepend(act)), act);
        foreach (var keys in new[] { ScenarioKeys.Expect, ScenarioKeys.Map, ScenarioKeys.Scenario })
            Assert.That(Completed(keys.Name), Is.EquivalentTo(keys.Keys), keys.Name);
        Assert.That(Completed("when").Concat(ScenarioKeys.Acts.Keys), Is.EquivalentTo(ScenarioKeys.Move(null).Keys));
    }

    [TestCaseSource(typeof(LawKeys), nameof(LawKeys.All))]
    public void The_schema_of_laws_completes_exactly_the_keys_that_the_reader_takes(KeySet keys)
    {
        var file = Schema.Json("schemas/law.schema.json");
        var defs = file["$defs"]!;
        var part = keys.Name switch
        {
            "law" => file,
            "days" => defs["counting"]!,
            "working" => defs["counting"]!["properties"]!["working"]!["anyOf"]![2]!,
            var name => defs[name]!,
        };
        Assert.That(Schema.Properties(part), Is.EquivalentTo(keys.Keys));
    }

    private static IEnumerable<string> Completed(string part) =>
        Schema.Properties(Schema.Json("schemas/scenarios.schema.json")["$defs"]![part]!);

    private static string Listed(string kind, Func<Tried, bool> wrong) =>
        string.Join('\n', AllTried[kind].Value.Where(wrong).Select(t => $"{t.File}: {t.What}; {t.Shape}"));

    private static Tried Try(ShippedFiles shipped, Mutation mutation)
    {
        var file = mutation.Make();
        var problems = shipped.Read(mutation.File, ShippedFiles.Written(file)).Where(p => p.Severity == Severity.Error).ToList();
        var shape = problems.Find(p => Shapes.Contains(p.Code));
        return new Tried(mutation.File, mutation.What, shipped.Schema.Takes(file), problems.Count == 0, shape);
    }

    private static IEnumerable<Mutation> Mutations(ShippedFiles shipped) =>
        shipped.Files.SelectMany(f => Mutation.Of(f.Name, f.Root, shipped.Schema.Keys)).DistinctBy(m => m.What);

    private static ShippedFiles Shipped(string kind) => ShippedFiles.All.Single(s => s.Kind == kind);

    private static IEnumerable<string> Kinds() => ShippedFiles.All.Select(s => s.Kind);

    /// <summary>What became of a file with a fault: whether the schema takes it, and what its reader says.</summary>
    private sealed record Tried(string File, string What, bool Taken, bool IsRead, Problem? Shape)
    {
        internal bool Is(string kind) => What.StartsWith(kind, StringComparison.Ordinal);
    }
}

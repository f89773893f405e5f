using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Workflow.Engine.Record.Commands;

namespace Workflow.Tests.Guarantees;

/// <summary>What several commands have in common is told by their records (Facets.cs): nobody lists them by type to ask for it.</summary>
public sealed partial class AskedByKindTests
{
    private static readonly HashSet<string> Commands =
    [
        .. typeof(CaseCommand).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType.Name),
    ];

    // The answer in a review and the outcome of a step are told apart from all else by whoever shows them, each in its own words.
    private static readonly string[] Listed = [];

    [Test]
    public void No_place_lists_commands_by_type() =>
        Assert.That(
            Repository.Sources("engine", "host").SelectMany(f => Lists(File.ReadAllText(f)).Select(l => $"{Path.GetFileName(f)} {l}")),
            Is.EquivalentTo(Listed)
        );

    [TestCase("command is Lodge or AdoptCase", true)]
    [TestCase("command is not (Lodge or AdoptCase)", true)]
    [TestCase("command is Lodge { Parent: null } or AdoptCase", true)]
    [TestCase("command is Lodge", false)]
    [TestCase("command is IOpensCase or IByRule", false)]
    [TestCase("happened is CaseLodged or CaseAdopted", false)]
    public void The_reading_finds_lists(string source, bool lists) => Assert.That(Lists(source).Any(), Is.EqualTo(lists));

    private static IEnumerable<string> Lists(string source) =>
        List()
            .Matches(source)
            .Where(m => Commands.Contains(m.Groups["one"].Value) && Commands.Contains(m.Groups["other"].Value))
            .Select(m => m.Value);

    [GeneratedRegex(@"\bis (?:not )?\(?(?<one>[A-Z]\w*)(?: \{[^{}]*\})? or (?<other>[A-Z]\w*)")]
    private static partial Regex List();
}

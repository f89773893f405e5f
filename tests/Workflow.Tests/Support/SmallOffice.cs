using System.Collections.Immutable;
using System.Text;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Support;

/// <summary>One hall whose clerk, officers and leader work processes written in a test.</summary>
internal static class SmallOffice
{
    internal static readonly DateTimeOffset Monday = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Opens a simulation over processes in YAML; each has the item P-1, P-2 … in its order.</summary>
    internal static Simulation Open(params string[] processes) => new(World(processes));

    /// <summary>Plays the dated moves of a scenario in YAML on a process with the id <c>sample</c>; everything must be as expected.</summary>
    internal static Simulation Play(string process, string moves)
    {
        var world = World(process);
        var text = $"process: sample\nscenarios:\n  - scenario: 样例\n    moves:\n{string.Join('\n', moves.Split('\n').Select(line => $"      {line}"))}\n";
        var reading = ScenarioReader.Read("s.yaml", Encoding.UTF8.GetBytes(text), world);
        Assert.That(reading.Problems.Select(p => p.English), Is.Empty);
        var door = new Simulation(world);
        Assert.That(ScenarioPlayer.Play(reading.Scenarios.Single(), door, world).Failures.Select(p => p.English), Is.Empty);
        return door;
    }

    /// <summary>The definitions, people and calendars behind it.</summary>
    internal static ScenarioWorld World(params string[] processes)
    {
        var register = new Register(
            [new Organisation("hall", "大厅", "city", Organisation.DefaultZone, []), new Organisation("inspectorate", "监察局", "city", Organisation.DefaultZone, [])],
            [Person("clerk", "clerk"), Person("one", "officer"), Person("two", "officer") with { Absences = [new Absence(new PeriodInForce(new DateOnly(2026, 7, 1), new DateOnly(2026, 7, 10)), "three")] }, Person("three", "lawyer"), Person("head", "leader") with { Absences = HeadAway }, Person("bank", "bank"), Person("inspector", "supervisor", "inspectorate"), new Person("citizen", "市民", [], [], []), new Person("builder", "builder", [], [], [])],
            processes.Select((_, i) => Item($"P-{i + 1}")));
        return new ScenarioWorld(Read(processes), register, Shelf.All);
    }

    /// <summary>Reads processes in YAML, which must be without error.</summary>
    internal static PublishedProcess[] Read(params string[] processes)
    {
        var library = DefinitionLibrary.Of(processes.Select((text, i) => ($"{i}.yaml", Encoding.UTF8.GetBytes(text))));
        Assert.That(library.Problems.Where(p => p.Severity == Severity.Error).Select(p => p.English), Is.Empty);
        return [.. library.Readings.Select(r => PublishedProcess.Of(r.Definition!))];
    }

    /// <summary>The head of a process file with the id <c>sample</c>, ready for its steps.</summary>
    internal static string Process(string steps, string form = "") => $"""
        process: sample
        title: 样例
        in-force: 2020-01-01..
        item: {"{"}code: P-1, type: 行政许可, lead: hall{"}"}
        offices: {"{"}hall: 大厅{"}"}
        parties: {"{"}applicant: 申请人{"}"}
        {form}
        steps:
        {steps}
        """;

    // In September the lawyer stands in for the head, each week for another part of the work.
    private static ImmutableArray<Absence> HeadAway { get; } =
    [
        Away("2026-09-07") with { Posts = [new Post("hall", "leader")] },
        Away("2026-09-14") with { Posts = [new Post("hall", "clerk")] },
        Away("2026-09-21") with { Processes = [new NamedProcess("sample", new Position("", 1, 1))] },
        Away("2026-09-28") with { Processes = [new NamedProcess("another", new Position("", 1, 1))] },
    ];

    private static Absence Away(string monday) => new(new PeriodInForce(DateOnly.Parse(monday), DateOnly.Parse(monday).AddDays(4)), "three");

    private static Person Person(string id, string role, string organisation = "hall") => new(id, id, [new HeldPost(organisation, role, new PeriodInForce(new DateOnly(2020, 1, 1), null))], [], []);

    private static CatalogueItem Item(string code) => new()
    {
        Code = code,
        Title = code,
        Type = "行政许可",
        Lead = "hall",
        Hall = "一楼",
        Status = [new ItemStatus("active", new PeriodInForce(new DateOnly(2020, 1, 1), null))],
    };
}

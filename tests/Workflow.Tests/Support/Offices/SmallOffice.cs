using System.Collections.Immutable;
using System.Text;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Support.Offices;

/// <summary>One hall whose clerk, officers, legal adviser and head work processes written in a test.</summary>
internal static class SmallOffice
{
    internal static readonly DateTimeOffset Monday = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Opens a simulation over processes in YAML; each has the item P-1, P-2 … in its order.</summary>
    internal static Simulation Open(params string[] processes) => new(World(processes));

    /// <summary>Plays the dated moves of a scenario in YAML on a process with the id <c>sample</c>; everything must be as expected.</summary>
    internal static Simulation Play(string process, string moves) => Play(World(process), moves);

    /// <summary>The same in a world of one's own.</summary>
    internal static Simulation Play(ScenarioWorld world, string moves)
    {
        var indented = string.Join('\n', moves.Split('\n').Select(line => $"      {line}"));
        var text = $"process: sample\nscenarios:\n  - scenario: 样例\n    moves:\n{indented}\n";
        var reading = ScenarioReader.Read("s.yaml", Encoding.UTF8.GetBytes(text), world);
        Assert.That(reading.Problems.Select(p => p.English), Is.Empty);
        var door = new Simulation(world);
        Assert.That(ScenarioPlayer.Play(reading.Scenarios.Single(), door, world).Failures.Select(p => p.English), Is.Empty);
        return door;
    }

    /// <summary>Opens a simulation over a process that the office begins by itself.</summary>
    internal static Simulation OpenOfOwnMotion(string process) =>
        new(
            new ScenarioWorld(Read(process), new Register(Offices, People, [Item("P-1") with { Hall = null, ExOfficio = true }]), Shelf.All)
        );

    /// <summary>The definitions, people and calendars behind it.</summary>
    internal static ScenarioWorld World(params string[] processes)
    {
        var register = new Register(Offices, People, processes.Select((_, i) => Item($"P-{i + 1}")));
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
    internal static string Process(string steps, string form = "") =>
        $"""
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

    /// <summary>The same, with the inspectorate as a second office.</summary>
    internal static string OfTwo(string steps, string form = "") =>
        Process(steps, form).Replace("{hall: 大厅}", "{hall: 大厅, inspectorate: 监察局}", StringComparison.Ordinal);

    private static ImmutableArray<Organisation> Offices { get; } =
    [new("hall", "大厅", "city", Organisation.DefaultZone, []), new("inspectorate", "监察局", "city", Organisation.DefaultZone, [])];

    // The cast. Who applies is a citizen or a builder; everybody else holds a post. No name is that of a post but where one person holds it.
    private static ImmutableArray<Person> People { get; } =
    [
        Holds("clerk", "clerk"),
        Holds("first-officer", "officer"),
        Holds("second-officer", "officer") with
        {
            Absences = [Away("2026-07-01", "2026-07-10")],
        },
        Holds("legal-adviser", "lawyer"),
        Holds("head", "leader") with
        {
            Absences = HeadAway,
        },
        Holds("bank", "bank"),
        Holds("inspector", "supervisor", "inspectorate"),
        Holds("surveyor-who-leaves", "surveyor") with
        {
            Posts = [new HeldPost("hall", "surveyor", new PeriodInForce(new DateOnly(2020, 1, 1), new DateOnly(2026, 3, 31)))],
        },
        Holds("surveyor-who-stays", "surveyor"),
        new("citizen", "市民", [], [], []),
        new("builder", "builder", [], [], []),
    ];

    // In September the legal adviser stands in for the head, each week for another part of the work.
    private static ImmutableArray<Absence> HeadAway =>
        [
            Away("2026-09-07", "2026-09-11") with
            {
                Posts = [new Post("hall", "leader")],
            },
            Away("2026-09-14", "2026-09-18") with
            {
                Posts = [new Post("hall", "clerk")],
            },
            Away("2026-09-21", "2026-09-25") with
            {
                Processes = [new NamedProcess("sample", new Position("", 1, 1))],
            },
            Away("2026-09-28", "2026-10-02") with
            {
                Processes = [new NamedProcess("another", new Position("", 1, 1))],
            },
        ];

    private static Absence Away(string from, string to) =>
        new(new PeriodInForce(DateOnly.Parse(from), DateOnly.Parse(to)), "legal-adviser");

    private static Person Holds(string id, string role, string organisation = "hall") =>
        new(id, id, [new HeldPost(organisation, role, new PeriodInForce(new DateOnly(2020, 1, 1), null))], [], []);

    private static CatalogueItem Item(string code) =>
        new()
        {
            Code = code,
            Title = code,
            Type = "行政许可",
            Lead = "hall",
            Hall = "一楼",
            Status = [new ItemStatus(CatalogueStatus.Active, new PeriodInForce(new DateOnly(2020, 1, 1), null))],
        };
}

using System.Collections.Concurrent;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Tests.Support.Shipped;

/// <summary>The world of the repository's own definitions, and their scenarios, each played once.</summary>
internal static class ShippedStories
{
    private static readonly Lazy<ScenarioWorld> TheWorld = new(ReadWorld);
    private static readonly Lazy<IReadOnlyList<ScenarioReading>> Read = new(() => [.. Files.Select(ReadFile)]);
    private static readonly ConcurrentDictionary<Scenario, (Simulation Door, ScenarioResult Result)> Done = new();

    internal static ScenarioWorld World => TheWorld.Value;

    internal static IReadOnlyList<ScenarioReading> Readings => Read.Value;

    internal static IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(Repository.Definitions, "*" + FolderNames.ScenarioSuffix, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);

    /// <summary>One test case for each scenario, named by its file and title.</summary>
    internal static IEnumerable<TestCaseData> All() =>
        Readings.SelectMany(r =>
            r.Scenarios.Select(s =>
                new TestCaseData(s).SetArgDisplayNames(
                    Path.GetFileName(r.File).Replace(FolderNames.ScenarioSuffix, "", StringComparison.Ordinal),
                    s.Title
                )
            )
        );

    internal static (Simulation Door, ScenarioResult Result) Played(Scenario scenario) =>
        Done.GetOrAdd(
            scenario,
            s =>
            {
                var door = new Simulation(World, s.CalendarKnown);
                return (door, ScenarioPlayer.Play(s, door, World));
            }
        );

    private static ScenarioReading ReadFile(string path) =>
        ScenarioReader.Read(Path.GetRelativePath(Repository.Definitions, path).Replace('\\', '/'), File.ReadAllBytes(path), World);

    private static ScenarioWorld ReadWorld()
    {
        var problems = new Problems();
        var register =
            RegisterReader.ReadFolder(Repository.Definitions, problems)
            ?? throw new InvalidOperationException(string.Join('\n', problems.All));
        var readings = DefinitionLibrary.Load(Repository.Definitions).Readings;
        return new ScenarioWorld(
            readings.Where(r => r.Definition is not null).Select(r => PublishedProcess.Of(r.Definition!)),
            register,
            Shelf.All
        );
    }
}

using Workflow.Definitions.Calendars;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Scenarios;
using Workflow.Engine.Processes;

namespace Workflow.Tests.Support;

/// <summary>The repository's own definitions, register and calendars, read once.</summary>
internal static class RepositoryWorld
{
    private static readonly Lazy<ScenarioWorld> Read = new(Load);

    internal static ScenarioWorld Instance => Read.Value;

    private static ScenarioWorld Load()
    {
        var problems = new Problems();
        var library = DefinitionLibrary.Load(Repository.Definitions);
        var shelf = CalendarReader.ReadFolder(Path.Combine(Repository.Definitions, "calendars"), problems);
        var register = RegisterReader.ReadFolder(Repository.Definitions, problems);
        problems.Add(library.Problems);
        if (problems.HasErrors) throw new AssertionException(string.Join('\n', problems.All));
        return new ScenarioWorld(library.Readings.Select(r => PublishedProcess.Of(r.Definition!)), register!, shelf!);
    }
}

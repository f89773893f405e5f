using Workflow.Definitions.Reading;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Reading;
using Workflow.Engine.Processes;

namespace Workflow.Host.Opening;

/// <summary>Finds and reads files of scenarios and stories, each with the definitions around it.</summary>
public static class StoryFiles
{
    /// <summary>Returns the files of scenarios below a folder, in the order of their paths.</summary>
    public static IReadOnlyList<string> Below(string folder) =>
        [.. FilesBelow.Of(folder, "*" + FolderNames.ScenarioSuffix).Order(StringComparer.Ordinal)];

    /// <summary>Reads a file of scenarios; its positions carry the path as given.</summary>
    public static ScenarioReading Read(string file, ScenarioWorld world) =>
        ScenarioReader.Read(file, InputFile.Bytes(FileKind.Story, file), world);

    /// <summary>Reads the definitions that a file is told about.</summary>
    /// <param name="file">The file.</param>
    /// <param name="named">The folder that the person named; null for the one the file lies in, else one above the file, else one found from here.</param>
    /// <exception cref="OpeningRefusedException">There is none, or something in it is wrong.</exception>
    public static DefinitionFolder DefinitionsOf(string file, string? named) => DefinitionFolder.Read(FolderOf(file, named));

    /// <summary>Returns the folder of those definitions.</summary>
    /// <inheritdoc cref="DefinitionsOf"/>
    public static string FolderOf(string file, string? named) =>
        DefinitionFolder.Find(named ?? DefinitionFolder.Around(file) ?? DefinitionFolder.Above(file));

    /// <summary>Returns what stories are played against.</summary>
    public static ScenarioWorld World(DefinitionFolder folder) =>
        new(
            folder.Library.Readings.Select(r => r.Definition).OfType<ProcessDefinition>().Select(PublishedProcess.Of),
            folder.Register,
            folder.Calendars
        );
}

namespace Workflow.Definitions.Reading;

/// <summary>What things are called in a folder of definitions, where nothing else tells them apart.</summary>
public static class FolderNames
{
    /// <summary>The folder of the calendars, one file a year.</summary>
    public const string Calendars = "calendars";

    /// <summary>How the name of a file of scenarios ends; what comes before it is the process's.</summary>
    public const string ScenarioSuffix = ".scenarios.yaml";
}

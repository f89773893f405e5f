using Workflow.Definitions.Reading.Shapes;

namespace Workflow.Mining.Maps;

/// <summary>Every key of a mapping file, as data: the reader refuses others.</summary>
public static class LogMapKeys
{
    /// <summary>The file.</summary>
    public static KeySet File { get; } =
        new(
            "log map",
            [
                "map",
                "zone",
                "case",
                "activity",
                "time",
                "outcome",
                "lifecycle",
                "unit",
                "no-unit",
                "units",
                "activities",
                "ignore",
                "unrecorded",
                "moments",
                "ended",
                "clocks",
                "parties",
            ]
        );

    /// <summary>The file for a log of several processes: what holds for all of them, and a part for each.</summary>
    public static KeySet SeveralFile { get; } =
        new(
            "log map of several processes",
            ["process", "maps", "zone", "case", "activity", "time", "outcome", "lifecycle", "unit", "no-unit", "ignore", "ended"]
        );

    /// <summary>The part of one process; what it says stands before what the file says for all.</summary>
    public static KeySet Part { get; } = new("log map of one process", ["cases", .. File.Keys.Where(k => k != "map")]);

    /// <summary>The transitions that are judged.</summary>
    public static KeySet Lifecycle { get; } = new("lifecycle", ["attribute", "judged"]);

    /// <summary>An activity with more than its step.</summary>
    public static KeySet Activity { get; } = new("activity", ["step", "outcome", "return-to", "end"]);

    /// <summary>The dates of a clock.</summary>
    public static KeySet Clock { get; } = new("clock", ["planned", "deadline"]);
}

using Workflow.Engine.Messages;

namespace Workflow.Mining.Maps;

/// <summary>What is wrong with the map of a log.</summary>
internal static class MapProblems
{
    public static Message UnknownName(Message what, Message found, Message? way) =>
        new Message("map.unknown_name", ("what", what), ("found", found)).With(way);

    public static Message NoPart(string definition) => new("map.no_part", ("definition", definition));

    public static Message Cases(Message value, string process) => new("map.case_twice", ("value", value), ("process", process));

    public static Message Twice(string activity) => new("map.twice", ("activity", activity));

    public static Message Several(int count) => new("map.several", ("count", count));

    public static Message Zone(Message found) => new("map.zone", ("found", found));

    public static Message StepNotMapped(string step) => new("map.step_not_mapped", ("step", step));
}

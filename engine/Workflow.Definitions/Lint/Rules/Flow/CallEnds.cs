using Workflow.Definitions.Reading;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Flow;

/// <summary>A call has an outcome for every end of the process that it calls.</summary>
internal static class CallEnds
{
    public static readonly LintRule Rule = LintRule.Error("call.end_unmapped");

    /// <summary>Looks at every call of a folder of definitions; it needs the called process beside the calling one.</summary>
    public static void Check(DefinitionLibrary library, Findings findings)
    {
        foreach (var (reading, call) in Calls(library))
        foreach (var end in Ends(library, call.Process).Where(end => !Takes(call, end)))
            findings.Add(
                Rule,
                reading.Places.Node(call.Id, "outcomes"),
                ("step", call.Id),
                ("process", call.Process),
                ("end", end),
                ("other", CallNode.Otherwise)
            );
    }

    private static IEnumerable<(DefinitionReading Reading, CallNode Call)> Calls(DefinitionLibrary library) =>
        from reading in library.Readings
        from call in reading.Definition is { } definition ? Outline.All(definition).OfType<CallNode>() : []
        select (reading, call);

    private static bool Takes(CallNode call, string end) =>
        call.Outcomes.Length == 1 || call.Outcomes.Any(o => o.Id == end || o.Id == CallNode.Otherwise);

    private static IEnumerable<string> Ends(DefinitionLibrary library, string process) =>
        library
            .Readings.Select(r => r.Definition)
            .OfType<ProcessDefinition>()
            .Where(d => d.Id == process)
            .SelectMany(d => Outline.All(d).SelectMany(Outline.Bodies))
            .Select(b => b.Exit)
            .OfType<EndExit>()
            .Select(e => e.Result)
            .Distinct();
}

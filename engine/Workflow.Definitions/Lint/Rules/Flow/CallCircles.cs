using Workflow.Definitions.Reading;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Flow;

/// <summary>No process calls itself, nor do several call each other in a circle.</summary>
internal static class CallCircles
{
    public static readonly LintRule Rule = LintRule.Error("call.recursive");

    /// <summary>Looks at every call of a folder of definitions.</summary>
    public static void Check(DefinitionLibrary library, Findings findings)
    {
        var read = library.Readings.Where(r => r.Definition is not null).ToList();
        var calls = read.SelectMany(r => Calls(r).Select(c => (Own: r.Definition!.Id, c.Process)))
            .ToLookup(c => c.Own, c => c.Process, StringComparer.Ordinal);
        foreach (var reading in read)
        foreach (var call in Calls(reading))
            if (Back(calls, call.Process, reading.Definition!.Id, []) is { } way)
                findings.Add(Rule, reading.Places.Node(call.Id, "process"), Around(call, reading.Definition.Id, way));
    }

    private static (string, MessageValue)[] Around(CallNode call, string own, IReadOnlyList<string> way) =>
        [("process", call.Process), ("own", own), ("around", MessageValue.List([own, .. way]))];

    private static IEnumerable<CallNode> Calls(DefinitionReading reading) => Outline.All(reading.Definition!).OfType<CallNode>();

    // The processes on the way from one to another, both ends included; null where no call leads there.
    private static IReadOnlyList<string>? Back(ILookup<string, string> calls, string from, string to, HashSet<string> seen)
    {
        if (from == to)
            return [to];
        if (!seen.Add(from))
            return null;
        return calls[from].Select(next => Back(calls, next, to, seen)).FirstOrDefault(way => way is not null) is { } rest
            ? [from, .. rest]
            : null;
    }
}

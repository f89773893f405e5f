using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>People are told in words how a case ended.</summary>
internal static class EndTitles
{
    public static readonly LintRule Unknown = LintRule.Error("end.unknown");

    public static readonly LintRule Untitled = LintRule.Warning("end.untitled");

    public static void Check(Subject subject, Findings findings)
    {
        var titles = subject.Definition.Ends;
        var given = subject.Bodies.Where(b => b.Body.Exit is EndExit).ToLookup(b => ((EndExit)b.Body.Exit!).Result, StringComparer.Ordinal);
        foreach (var result in titles.Keys.Where(r => IsOwn(r) && !given.Contains(r)))
            findings.Add(Unknown, subject.Places.End(result), Values(result, given.Select(g => g.Key)));
        if (!titles.IsEmpty)
            foreach (var end in given.Where(g => IsOwn(g.Key) && !titles.ContainsKey(g.Key)))
                findings.Add(Untitled, Place(subject, end.First()), ("result", end.Key));
    }

    private static bool IsOwn(string result) => !Ends.IsCommon(result);

    private static Position Place(Subject subject, (Node Node, OutcomeRule Body) end) =>
        subject.Places.Outcome(end.Node.Id, end.Body.Id, "end");

    // A process without any end leaves nothing to suggest.
    private static (string, MessageValue)[] Values(string result, IEnumerable<string> given) =>
        given.Order(StringComparer.Ordinal).ToList() is { Count: > 0 } known
            ? [("result", result), ("way", Ways.OneOf(known))]
            : [("result", result)];
}

using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Flow;

/// <summary>Every step lies on some path, and so does every outcome.</summary>
internal static class Reach
{
    public static readonly LintRule NeverReached = LintRule.Warning("step.never_reached");

    public static readonly LintRule NeverPossible = LintRule.Warning("outcome.never_possible");

    public static readonly LintRule Cut = LintRule.Warning("lint.paths_cut");

    public static void Check(Subject subject, Findings findings)
    {
        if (subject.Paths.IsCut)
            findings.Add(Cut, subject.Places.Key("steps"), ("process", subject.Definition.Id));
        else
            Reached(subject, findings);
    }

    private static void Reached(Subject subject, Findings findings)
    {
        Steps(subject, findings);
        Outcomes(subject, findings);
    }

    // The parts of an unreachable step are not reported; the finding at the step covers them.
    private static void Steps(Subject subject, Findings findings)
    {
        var unreached = subject.Nodes.Where(n => subject.Paths.Opened(n.Id).Count == 0 && !subject.Beside.IsAnyTime(n.Id)).ToList();
        var inside = Outline
            .All(unreached.SelectMany(Outline.Lists).SelectMany(l => l))
            .Select(n => n.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var node in unreached.Where(n => !inside.Contains(n.Id)))
            findings.Add(NeverReached, subject.Places.Node(node.Id), ("step", node.Id));
    }

    private static void Outcomes(Subject subject, Findings findings)
    {
        foreach (var (node, body) in subject.Bodies.Where(b => b.Body.AllowedWhen is not null && !subject.Beside.IsAnyTime(b.Node.Id)))
            if (subject.Paths.Opened(node.Id).Count > 0 && !subject.Paths.Takes(node.Id, body.Id))
                findings.Add(NeverPossible, subject.Places.Outcome(node.Id, body.Id), ("outcome", body.Id), ("step", node.Id));
    }
}

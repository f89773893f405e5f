using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>Which outcomes a node can come to.</summary>
internal static class Possible
{
    /// <summary>The outcomes somebody, a vote or an expiry can ask for.</summary>
    public static IEnumerable<OutcomeRule> Outcomes(WorkNode node) =>
        node is JointNode { Vote: { Head: null } vote }
            ? node.Outcomes.Where(o =>
                o.Id == vote.Otherwise || o.Id == node.Limit?.OnExpiry || vote.Thresholds.Any(t => t.Outcome == o.Id)
            )
            : node.Outcomes;

    /// <summary>The outcome that runs; null where this path has used it up. A way back is walked once.</summary>
    public static OutcomeRule? Resolve(Node node, OutcomeRule asked, PathState state)
    {
        var body = asked;
        for (var hops = 0; state.Taken.Contains(new OutcomeKey(node.Id, body.Id)); hops++)
        {
            var otherwise = (body.Exit as BackExit)?.Otherwise;
            if (Outline.Bodies(node).FirstOrDefault(o => o.Id == otherwise) is not { } next || hops > 8)
                return null;
            body = next;
        }

        return body;
    }
}

using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Flow;

/// <summary>A way back has a bound, and something follows when the bound is reached.</summary>
internal static class Backs
{
    public static readonly LintRule Unbounded = LintRule.Error("back.unbounded");

    public static readonly LintRule NothingFollows = LintRule.Error("back.nothing_follows");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (node, body) in subject.Bodies)
            if (body.Exit is BackExit back)
                One(node, body, back, subject.Places.Outcome(node.Id, body.Id, "back"), findings);
    }

    private static void One(Node node, OutcomeRule body, BackExit back, Position at, Findings findings)
    {
        if (back.AtMost is null && body.AtMost is null)
            findings.Add(Unbounded, at, ("outcome", body.Id), ("step", node.Id), ("to", back.To));
        else if (back.Otherwise is not null)
            return;
        else if (back.AtMost is not null && body.AtMost is null)
            findings.Add(NothingFollows, at, What("back.no_otherwise", ("step", node.Id)), ("way", new Message("back.name_otherwise")));
        else if (AloneIn(node, body))
            findings.Add(NothingFollows, at, Of("back.only_outcome"), ("way", new Message("back.write_all")));
        else if (MustBe(node, body))
            findings.Add(NothingFollows, at, Of("back.expiry_runs_it"), ("way", new Message("back.write_all")));

        (string, MessageValue) Of(string code) => What(code, ("step", node.Id), ("outcome", body.Id));
    }

    private static (string, MessageValue) What(string code, params ReadOnlySpan<(string, MessageValue)> values) =>
        ("what", new Message(code, values));

    private static bool MustBe(Node node, OutcomeRule body) =>
        (node as WorkNode)?.Limit?.OnExpiry == body.Id || (node as JointNode)?.Vote.Otherwise == body.Id;

    private static bool AloneIn(Node node, OutcomeRule body) => Outline.Bodies(node).All(o => o.Id == body.Id);
}

using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>A way back has a bound, and something follows when the bound is reached.</summary>
internal static class Backs
{
    public static readonly LintRule Unbounded = LintRule.Error("back.unbounded");

    public static readonly LintRule NothingFollows = LintRule.Error("back.nothing_follows");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (node, body) in subject.Bodies)
        {
            if (body.Exit is not BackExit back)
                continue;
            var at = subject.Places.Outcome(node.Id, body.Id, "back");
            if (back.AtMost is null && body.AtMost is null)
                findings.Add(Unbounded, at, ("outcome", body.Id), ("step", node.Id), ("to", back.To));
            else if (back.AtMost is not null && back.Otherwise is null && body.AtMost is null)
                findings.Add(
                    NothingFollows,
                    at,
                    ("what", new Message("back.no_otherwise", ("step", node.Id))),
                    ("way", new Message("back.name_otherwise"))
                );
            else if (back.Otherwise is null && (Mustbe(node, body) || AloneIn(node, body)))
                findings.Add(
                    NothingFollows,
                    at,
                    (
                        "what",
                        new Message(
                            AloneIn(node, body) ? "back.only_outcome" : "back.expiry_runs_it",
                            ("step", node.Id),
                            ("outcome", body.Id)
                        )
                    ),
                    ("way", new Message("back.write_all"))
                );
        }
    }

    private static bool Mustbe(Node node, OutcomeRule body) =>
        node is WorkNode { Limit.OnExpiry: { } expiry } && expiry == body.Id
        || node is JointNode { Vote.Otherwise: { } otherwise } && otherwise == body.Id;

    private static bool AloneIn(Node node, OutcomeRule body) => Outline.Bodies(node).All(o => o.Id == body.Id);
}

using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>A way back has a bound, and something follows when the bound is reached.</summary>
internal static class Backs
{
    public static readonly LintRule Unbounded = LintRule.Error("back.unbounded", "The way back has no bound",
        "The case could go round for ever, and what is missing should be told once.");

    public static readonly LintRule NothingFollows = LintRule.Error("back.nothing_follows", "Nothing follows when the way back is used up",
        "The last time the work comes to this outcome nobody could say how the case goes on.");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (node, body) in subject.Bodies)
        {
            if (body.Exit is not BackExit back) continue;
            var at = subject.Places.Outcome(node.Id, body.Id, "back");
            if (back.AtMost is null && body.AtMost is null)
                findings.Add(Unbounded, at, $"Expected a bound of {body.Id} at '{node.Id}', but it may go back to '{back.To}' for ever.", "write 'at-most: 1' at the outcome, or {to, at-most, otherwise} here");
            else if (back.AtMost is not null && back.Otherwise is null && body.AtMost is null)
                findings.Add(NothingFollows, at, $"Expected 'otherwise' beside 'at-most' in the way back from '{node.Id}', but it is missing.", "name the outcome that runs when the bound is reached");
            else if (back.Otherwise is null && (Mustbe(node, body) || AloneIn(node, body)))
                findings.Add(NothingFollows, at, $"Expected another outcome of '{node.Id}' once {body.Id} is used up, but {(AloneIn(node, body) ? "it is the only one" : "its expiry runs this one")}.", "write {to, at-most, otherwise}");
        }
    }

    private static bool Mustbe(Node node, OutcomeRule body) =>
        node is WorkNode { Limit.OnExpiry: { } expiry } && expiry == body.Id || node is JointNode { Vote.Otherwise: { } otherwise } && otherwise == body.Id;

    private static bool AloneIn(Node node, OutcomeRule body) => Outline.Bodies(node).All(o => o.Id == body.Id);
}

using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Issuing;

/// <summary>What is missing is told once, and completely.</summary>
internal static class Supplements
{
    public static readonly LintRule Twice = LintRule.Error("supplement.twice");

    public static void Check(Subject subject, Findings findings)
    {
        if (subject.Law.Demanding(Duty.TellOnce) is not { } law)
            return;
        foreach (var (node, body) in subject.Bodies.Where(b => Asks(b.Node, b.Body) && !IsOnce(b.Body)))
            findings.Add(
                Twice,
                subject.Places.Outcome(node.Id, body.Id),
                law,
                ("outcome", body.Id),
                ("step", node.Id),
                ("often", body.AtMost is { } most ? new Message("supplement.times", ("number", most)) : new Message("supplement.always"))
            );
    }

    // An office asks, and the case comes back to it; what the applicant hands in is no request.
    internal static bool Asks(Node node, OutcomeRule body) =>
        node is StepNode && Posts.IsOffice(node) && body.Exit is BackExit && CommonWords.Supplement.Name(body);

    private static bool IsOnce(OutcomeRule body) => body.AtMost == 1 || body.Exit is BackExit { AtMost: 1 };
}

using Workflow.Definitions.Lint.Paths;
using Workflow.Engine.Expressions;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>A step that needs something must be able to get it, or it can never be finished.</summary>
internal static class Needs
{
    public static readonly LintRule Impossible = LintRule.Error("needs.impossible");

    public static readonly LintRule SomePath = LintRule.Warning("needs.some_path");

    public static void Check(Subject subject, Findings findings)
    {
        var guess = new Guess(subject.Beside, subject.References);
        foreach (var node in subject.Work)
        foreach (var need in node.Needs)
        {
            var states = subject.Paths.Opened(node.Id);
            var without = states.Count(s => !guess.MayHold(need, s, node.Id));
            var at = subject.Places.Node(node.Id, "needs");
            if (without == 0)
                continue;
            if (without == states.Count && !subject.Paths.IsCut)
                findings.Add(Impossible, at, ("step", node.Id), ("need", Words(need)));
            else
                findings.Add(SomePath, at, ("step", node.Id), ("need", Words(need)));
        }
    }

    // A need that names a thing is read as "it is there".
    private static string Words(Expression need) =>
        Spell.Of(need is Comparison { Sign: ComparisonSign.NotEqual, Right: NoneLiteral } there ? there.Left : need);
}

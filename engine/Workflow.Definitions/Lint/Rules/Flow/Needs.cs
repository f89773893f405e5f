using Workflow.Definitions.Lint.Paths;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Flow;

/// <summary>A step that needs something must be able to get it, or it can never be finished.</summary>
internal static class Needs
{
    public static readonly LintRule Impossible = LintRule.Error("needs.impossible");

    public static readonly LintRule SomePath = LintRule.Warning("needs.some_path");

    public static readonly LintRule Bound = LintRule.Warning("field.bound_unmarked");

    public static void Check(Subject subject, Findings findings)
    {
        var guess = new Guess(subject.Beside, subject.References);
        Bounds(subject, findings, guess);
        foreach (var node in subject.Work)
        foreach (var need in node.Needs)
            if (Broken(subject, node, need, guess) is { } rule)
                findings.Add(rule, subject.Places.Node(node.Id, "needs"), ("step", node.Id), ("need", Words(need)));
    }

    // A day that is counted from a moment can be fixed only once it has come.
    private static void Bounds(Subject subject, Findings findings, Guess guess)
    {
        foreach (var node in subject.Work)
        foreach (var field in Outline.Asks(node))
        foreach (var moment in Counted(field).Distinct())
            if (Broken(subject, node, new IsMarked(moment), guess) is not null)
                findings.Add(Bound, subject.Places.Node(node.Id), ("step", node.Id), ("field", field.Id), ("moment", moment));
    }

    private static IEnumerable<string> Counted(Field field) =>
        from bound in field.NotBefore.Concat(field.NotAfter)
        where bound.When is null
        from moment in ExpressionParts.Leaves(bound.Day).OfType<MomentDay>()
        select moment.Moment;

    private static LintRule? Broken(Subject subject, WorkNode node, Expression need, Guess guess)
    {
        var states = subject.Paths.Opened(node.Id);
        var without = states.Count(s => !guess.MayHold(need, s, node.Id));
        return without == 0 ? null
            : without == states.Count && !subject.Paths.IsCut ? Impossible
            : SomePath;
    }

    // A need that names a thing is read as "it is there".
    private static string Words(Expression need) =>
        Spell.Of(need is Comparison { Sign: ComparisonSign.NotEqual, Right: NoneLiteral } there ? there.Left : need);
}

using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.People;

/// <summary>Reads who gets a post's task, and what happens where nobody can or the same person again.</summary>
internal static class AssignReader
{
    private const string Passes = "passes";
    private const string ActsAgain = "acts-again";
    private const string Alert = "alert";

    public static StepNode Onto(Shape shape, StepNode node)
    {
        var scope = shape.Scope;
        return node with
        {
            Assign = Rule(shape),
            IfNobody = Nobody(scope, shape["if-nobody"]),
            PassesBySame = SamePerson(scope, shape["same-person"], node),
        };
    }

    /// <summary>Reads how one person of a post is found, at a step or for a participant.</summary>
    public static AssignRule? Rule(Shape shape) =>
        shape.Word("assign", Things.HowOnePersonIsFound, ("least-loaded", AssignRule.LeastLoaded), ("round-robin", AssignRule.RoundRobin));

    private static NobodyRule? Nobody(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, Things.AlertOrPost) is not { } scalar)
            return null;
        if (scalar.Text == Alert)
            return new NobodyRule(null);
        return AssigneeReader.Read(scope, scalar) is { } post ? new NobodyRule(post) : null;
    }

    private static string? SamePerson(Scope scope, SyntaxNode? syntax, StepNode node)
    {
        if (syntax is null or ScalarSyntax { Text: ActsAgain })
            return null;
        if (syntax is MapSyntax { Entries: [{ Key: Passes }] } map)
            return Passed(scope, map[Passes], node);
        scope.Error(syntax.At, StepProblems.SamePerson(Shape.Words(syntax), node.Outcomes[0].Id));
        return null;
    }

    private static string? Passed(Scope scope, SyntaxNode? outcome, StepNode node)
    {
        if (Values.Scalar(scope, outcome, Things.Outcome) is not { } name)
            return null;
        return node.Outcomes.Any(o => o.Id == name.Text)
            ? name.Text
            : References.Unknown(scope, name, NameProblems.Outcome, Things.OutcomeOf(node.Id), node.Outcomes.Select(o => o.Id));
    }
}

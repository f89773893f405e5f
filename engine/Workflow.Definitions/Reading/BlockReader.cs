using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads the two blocks: parallel branches and the choice.</summary>
internal static class BlockReader
{
    public static ParallelNode Parallel(Shape shape, StepSymbol step)
    {
        var scope = shape.Scope;
        step.Outcomes.Add(OutcomeReader.Done);
        var entries = NamedItems.Of(scope, shape.Required("branches", $"the parallel '{step.Id}'"), "branches").ToList();
        if (shape["branches"] is { } few && entries.Count < 2)
            scope.Error(few.At, "parallel.branches", $"Expected at least two branches of '{step.Id}', but found {entries.Count}.");
        return new ParallelNode
        {
            Id = step.Id,
            Title = Values.Text(scope, shape["title"], "a title") ?? step.Id,
            When = References.Condition(scope, shape["when"]),
            Mandatory = Values.Truth(scope, shape["mandatory"], "'mandatory'"),
            Branches = [.. entries.Select(e => new Branch(e.Key, NodeReader.List(scope, e.Value)))],
            Join = Join(scope, shape["join"], entries.Count),
            Done = FollowReader.Read(shape, step).Onto(new OutcomeRule { Id = OutcomeReader.Done, Title = "完成" }),
        };
    }

    public static ChoiceNode Choice(Shape shape, StepSymbol step)
    {
        var scope = shape.Scope;
        var cases = Values.Items(shape.Required("cases", $"the choice '{step.Id}'")).Select((c, i) => Case(scope, c, i + 1, step)).OfType<ChoiceCase>().ToImmutableArray();
        if (shape["cases"] is { } written && (cases.Count(c => c.When is null) != 1 || cases[^1].When is not null))
            scope.Error(written.At, "choice.no_otherwise", $"Expected one 'otherwise' as the last case of '{step.Id}', but {(cases.Any(c => c.When is null) ? "it stands elsewhere or twice" : "there is none")}.", "add '- {otherwise: true, …}'");
        return new ChoiceNode
        {
            Id = step.Id,
            Title = Values.Text(scope, shape["title"], "a title") ?? step.Id,
            When = References.Condition(scope, shape["when"]),
            Mandatory = Values.Truth(scope, shape["mandatory"], "'mandatory'"),
            Cases = cases,
        };
    }

    private static int? Join(Scope scope, SyntaxNode? syntax, int branches) => syntax switch
    {
        null or ScalarSyntax { Text: "all" } => null,
        ScalarSyntax { Text: "any" } => 1,
        _ => Values.Whole(scope, syntax, "all, any or a number", most: Math.Max(1, branches)),
    };

    private static ChoiceCase? Case(Scope scope, SyntaxNode syntax, int number, StepSymbol step)
    {
        if (Shape.Of(scope, syntax, DefinitionKeys.Case, "a case") is not { } shape) return null;
        shape.AtMostOne("when", "otherwise");
        if (shape["when"] is null && shape["otherwise"] is null)
            scope.Error(shape.At, "choice.case", $"Expected 'when' or 'otherwise' in a case of '{step.Id}', but there is neither.");
        if (shape["otherwise"] is { } otherwise && !Values.Truth(scope, otherwise, "'otherwise'"))
            scope.Error(otherwise.At, "choice.case", "Expected 'otherwise: true', but found something else.");
        var id = Id(shape, number, step);
        shape.Placed($"step/{step.Id}/outcome/{id}");
        var body = FollowReader.Read(shape, step).Onto(new OutcomeRule { Id = id, Title = Values.Text(scope, shape["title"], "a title") ?? id });
        return new ChoiceCase(shape["when"] is { } when ? References.Condition(scope, when) ?? new NoneLiteral() : null, body);
    }

    // A case is known by its own id, else by the result it ends with, else by its number.
    private static string Id(Shape shape, int number, StepSymbol step)
    {
        var scope = shape.Scope;
        var written = Values.Id(scope, Values.Scalar(scope, shape["case"], "an id"), "an id of the case");
        var id = written ?? (shape["end"] as ScalarSyntax)?.Text ?? (shape["otherwise"] is null ? $"case-{number}" : "otherwise");
        if (written is not null && step.Outcomes.Contains(id))
            scope.Error(shape.At, "choice.duplicate", $"Expected each case of '{step.Id}' once, but '{id}' stands here again.");
        if (step.Outcomes.Contains(id)) id = $"case-{number}";
        step.Outcomes.Add(id);
        return id;
    }
}

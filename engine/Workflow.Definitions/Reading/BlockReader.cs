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
        var entries = NamedItems.Of(scope, shape.Required("branches", Things.TheParallel(step.Id)), Things.Branches).ToList();
        if (shape["branches"] is { } few && entries.Count < 2)
            scope.Error(few.At, StepProblems.FewBranches(step.Id, entries.Count));
        return new ParallelNode
        {
            Id = step.Id,
            Title = shape.Text("title", Things.Title) ?? step.Id,
            When = shape.Condition("when"),
            Mandatory = shape.Truth("mandatory", Things.KeyMandatory),
            Branches = [.. entries.Select(e => new Branch(e.Key, NodeReader.List(scope, e.Value)))],
            Join = Join(scope, shape["join"], entries.Count),
            Done = FollowReader.Read(shape, step).Onto(new OutcomeRule { Id = OutcomeReader.Done, Title = "完成" }),
        };
    }

    public static ChoiceNode Choice(Shape shape, StepSymbol step)
    {
        var scope = shape.Scope;
        var cases = Values
            .Items(shape.Required("cases", Things.TheChoice(step.Id)))
            .Select((c, i) => Case(scope, c, i + 1, step))
            .OfType<ChoiceCase>()
            .ToImmutableArray();
        if (shape["cases"] is { } written && (cases.Count(c => c.When is null) != 1 || cases[^1].When is not null))
            scope.Error(
                written.At,
                cases.Any(c => c.When is null) ? StepProblems.OtherwiseElsewhere(step.Id) : StepProblems.NoOtherwise(step.Id)
            );
        return new ChoiceNode
        {
            Id = step.Id,
            Title = shape.Text("title", Things.Title) ?? step.Id,
            When = shape.Condition("when"),
            Mandatory = shape.Truth("mandatory", Things.KeyMandatory),
            Cases = cases,
        };
    }

    private static int? Join(Scope scope, SyntaxNode? syntax, int branches) =>
        syntax switch
        {
            null or ScalarSyntax { Text: "all" } => null,
            ScalarSyntax { Text: "any" } => 1,
            _ => Values.Whole(scope, syntax, Things.AllAnyOrNumber, most: Math.Max(1, branches)),
        };

    private static ChoiceCase? Case(Scope scope, SyntaxNode syntax, int number, StepSymbol step)
    {
        if (Shape.Of(scope, syntax, DefinitionKeys.Case, Things.Case) is not { } shape)
            return null;
        shape.AtMostOne("when", "otherwise");
        if (shape["when"] is null && shape["otherwise"] is null)
            scope.Error(shape.At, StepProblems.NoCase(step.Id));
        if (shape["otherwise"] is { } otherwise && !Values.Truth(scope, otherwise, Things.KeyOtherwise))
            scope.Error(otherwise.At, StepProblems.OtherwiseFalse());
        var id = Id(shape, number, step);
        shape.Placed($"step/{step.Id}/outcome/{id}");
        var body = FollowReader.Read(shape, step).Onto(new OutcomeRule { Id = id, Title = shape.Text("title", Things.Title) ?? id });
        return new ChoiceCase(shape["when"] is { } when ? References.Condition(scope, when) ?? new NoneLiteral() : null, body);
    }

    // A case is known by its own id, else by the result it ends with, else by its number.
    private static string Id(Shape shape, int number, StepSymbol step)
    {
        var scope = shape.Scope;
        var written = shape.Id("case", Things.Id, Things.IdOfTheCase);
        var id = written ?? (shape["end"] as ScalarSyntax)?.Text ?? (shape["otherwise"] is null ? $"case-{number}" : "otherwise");
        if (written is not null && step.Outcomes.Contains(id))
            scope.Error(shape.At, StepProblems.DuplicateCase(step.Id, id));
        if (step.Outcomes.Contains(id))
            id = $"case-{number}";
        step.Outcomes.Add(id);
        return id;
    }
}

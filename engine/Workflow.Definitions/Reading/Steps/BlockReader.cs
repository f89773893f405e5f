using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>Reads the two blocks: parallel branches and the choice.</summary>
internal static class BlockReader
{
    public static ParallelNode Parallel(Shape shape, StepSymbol step)
    {
        step.Outcomes.Add(OutcomeReader.Done);
        var branches = Branches(shape, step.Id);
        return Titled(
            shape,
            new ParallelNode
            {
                Id = step.Id,
                Title = step.Id,
                Branches = [.. branches.Select(e => new Branch(e.Key, NodeReader.List(shape.Scope, e.Value)))],
                Join = Join(shape.Scope, shape["join"], branches.Count),
                Done = FollowReader.Read(shape, step).Onto(OutcomeReader.Only),
            }
        );
    }

    private static List<MapEntry> Branches(Shape shape, string parallel)
    {
        List<MapEntry> entries = [.. NamedItems.Of(shape.Scope, shape.Required("branches", Things.TheParallel(parallel)), Things.Branches)];
        if (shape["branches"] is { } few && entries.Count < 2)
            shape.Scope.Error(few.At, StepProblems.FewBranches(parallel, entries.Count));
        return entries;
    }

    private static T Titled<T>(Shape shape, T block)
        where T : Node
    {
        var title = shape.TitleOr(block.Id);
        return block with
        {
            Title = title.Zh,
            TitleEn = title.En,
            When = shape.Condition("when"),
            Mandatory = shape.Truth("mandatory", Things.KeyMandatory),
        };
    }

    public static ChoiceNode Choice(Shape shape, StepSymbol step)
    {
        var cases = Cases(shape, step);
        if (shape["cases"] is { } written)
            EndsInOtherwise(shape.Scope, written.At, step.Id, cases);
        return Titled(
            shape,
            new ChoiceNode
            {
                Id = step.Id,
                Title = step.Id,
                Cases = cases,
            }
        );
    }

    private static void EndsInOtherwise(Scope scope, Position at, string choice, ImmutableArray<ChoiceCase> cases)
    {
        var otherwise = cases.Count(c => c.When is null);
        if (otherwise != 1 || cases[^1].When is not null)
            scope.Error(at, otherwise > 0 ? StepProblems.OtherwiseElsewhere(choice) : StepProblems.NoOtherwise(choice));
    }

    private static int? Join(Scope scope, SyntaxNode? syntax, int branches) =>
        syntax switch
        {
            null or ScalarSyntax { Text: "all" } => null,
            ScalarSyntax { Text: "any" } => 1,
            ScalarSyntax or ListSyntax or MapSyntax => Values.Whole(scope, syntax, Things.AllAnyOrNumber, most: Math.Max(1, branches)),
            _ => throw new UnreachableException($"No answer for {syntax.GetType().Name}."),
        };

    private static ImmutableArray<ChoiceCase> Cases(Shape shape, StepSymbol step) =>
        [
            .. Values
                .Items(shape.Required("cases", Things.TheChoice(step.Id)))
                .Select((c, i) => Case(shape.Scope, c, i + 1, step))
                .OfType<ChoiceCase>(),
        ];

    private static ChoiceCase? Case(Scope scope, SyntaxNode syntax, int number, StepSymbol step)
    {
        if (Shape.Of(scope, syntax, DefinitionKeys.Case, Things.Case) is not { } shape)
            return null;
        OneOfTwo(shape, step);
        var id = Id(shape, number, step);
        shape.Placed($"step/{step.Id}/outcome/{id}");
        var body = FollowReader.Read(shape, step).Onto(OutcomeReader.Titled(id, shape.TitleOr(id)));
        return new ChoiceCase(When(shape), body);
    }

    // A condition that does not read is a condition still: only the last case has none.
    private static Expression? When(Shape shape) => shape["when"] is null ? null : shape.Condition("when") ?? new NoneLiteral();

    private static void OneOfTwo(Shape shape, StepSymbol step)
    {
        shape.AtMostOne("when", "otherwise");
        if (shape["when"] is null && shape["otherwise"] is null)
            shape.Scope.Error(shape.At, StepProblems.NoCase(step.Id));
        if (shape["otherwise"] is { } otherwise && !Values.Truth(shape.Scope, otherwise, Things.KeyOtherwise))
            shape.Scope.Error(otherwise.At, StepProblems.OtherwiseFalse());
    }

    // A case is known by its own id, else by the result it ends with, else by its number.
    private static string Id(Shape shape, int number, StepSymbol step)
    {
        var written = shape.Id("case", Things.Id, Things.IdOfTheCase);
        if (written is not null && step.Outcomes.Contains(written))
            shape.Scope.Error(shape.At, StepProblems.DuplicateCase(step.Id, written));
        var numbered = $"case-{number}";
        var wanted = written ?? Way(shape) ?? numbered;
        var id = step.Outcomes.Contains(wanted) ? numbered : wanted;
        step.Outcomes.Add(id);
        return id;
    }

    private static string? Way(Shape shape) => (shape["end"] as ScalarSyntax)?.Text ?? (shape["otherwise"] is null ? null : "otherwise");
}

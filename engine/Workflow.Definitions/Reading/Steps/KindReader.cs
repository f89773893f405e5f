using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.People;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>Reads each kind of node but <c>use</c>.</summary>
internal static class KindReader
{
    public static Node? Read(Shape shape, KeySet kind, StepSymbol step) =>
        kind.Name switch
        {
            "step" => Step(shape, step),
            "joint" => JointReader.Read(shape, step),
            "wait" => Wait(shape, step),
            "draw" => Draw(shape, step),
            "call" => Call(shape, step),
            "parallel" => BlockReader.Parallel(shape, step),
            "choice" => BlockReader.Choice(shape, step),
            _ => throw new UnreachableException($"No node is a {kind.Name}."),
        };

    private static StepNode Step(Shape shape, StepSymbol step)
    {
        var node = new StepNode
        {
            Id = step.Id,
            Title = "",
            Outcomes = [],
            By = shape.Assignee("by", Things.TheStep(step.Id)) ?? Unread,
            Officers = shape.Whole("officers", Things.NumberOfOfficers, most: 100) ?? 1,
            Qualified = [.. shape.Texts("qualified", Things.Qualification)],
            NotBy = [.. shape.Steps("not-by")],
            OwnCase = OwnCase(shape),
        };
        return AssignReader.Onto(shape, WorkReader.Fill(shape, step, node));
    }

    private static bool? OwnCase(Shape shape) => shape.Word("own-case", Things.WhetherPartiesActAsOfficers, ("allowed", true));

    private static WaitNode Wait(Shape shape, StepSymbol step)
    {
        if (shape["limit"] is null)
            shape.Scope.Error(shape.At, StepProblems.NoWaitLimit(step.Id));
        var system = shape.Scalar("system", Things.OutsideSystem)?.Text;
        return WorkReader.Fill(
            shape,
            step,
            new WaitNode
            {
                Id = step.Id,
                Title = "",
                Outcomes = [],
                System = system,
            }
        );
    }

    private static DrawNode Draw(Shape shape, StepSymbol step)
    {
        step.IsDraw = true;
        step.Rows = (shape["from"] as ScalarSyntax)?.Text;
        var node = new DrawNode
        {
            Id = step.Id,
            Title = "",
            Outcomes = [],
            By = shape.Assignee("by", Things.TheDraw(step.Id)) ?? Unread,
            OwnCase = OwnCase(shape),
            From = "",
            Count = 0,
        };
        return WorkReader.Fill(shape, step, Drawn(shape, node));
    }

    // Reads which table is drawn from, how many rows, and who sees them.
    private static DrawNode Drawn(Shape shape, DrawNode node) =>
        node with
        {
            From = WorkReader.Table(shape.Scope, shape.Required("from", Things.TheDraw(node.Id))) ?? "",
            Count = DrawnCount.Number(shape.Scope, shape.Required("count", Things.TheDraw(node.Id))),
            CountField = DrawnCount.Field(shape.Scope, shape["count"]),
            Sealed = shape["sealed"] is null || shape.Truth("sealed", Things.KeySealed),
        };

    private static CallNode Call(Shape shape, StepSymbol step)
    {
        var node = new CallNode
        {
            Id = step.Id,
            Title = "",
            Outcomes = [],
            Process = Process(shape.Scope, shape["process"] ?? shape["call"]),
            With = With(shape.Scope, shape["with"]),
        };
        return WorkReader.Fill(shape, step, node);
    }

    private static string Process(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, Things.Process) is not { } name)
            return "";
        if (scope.Walk.Shelf.Processes is { Count: > 0 } known && !known.Contains(name.Text))
            References.Unknown(scope, name, NameProblems.Process, Things.TheIdOfAProcess, known);
        return name.Text;
    }

    private static ImmutableSortedDictionary<string, Expression> With(Scope scope, SyntaxNode? syntax)
    {
        var with = ImmutableSortedDictionary.CreateBuilder<string, Expression>(StringComparer.Ordinal);
        foreach (var entry in NamedItems.Of(scope, syntax, Things.Values))
            if (References.Value(scope, entry.Value) is { } value)
                with[entry.Key] = value;
        return with.ToImmutable();
    }

    // Stands for who could not be read; the reading has an error and gives no definition.
    private static readonly PartyRole Unread = new("");
}

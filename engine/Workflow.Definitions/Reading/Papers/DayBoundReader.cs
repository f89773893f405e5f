using System.Collections.Immutable;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Papers;

/// <summary>Reads between which days a date lies: one bound, or several of which the first that applies holds.</summary>
internal static class DayBoundReader
{
    public const string First = "not-before";
    public const string Last = "not-after";

    private static readonly string[] Keys = [First, Last];
    private static readonly string[] NumberKeys = ["min", "max"];

    public static ImmutableArray<DayBound> List(Shape field, string key) => [.. field.Each(key, Read)];

    /// <summary>Reports bounds where nothing would ever ask for them.</summary>
    /// <param name="shape">What is written.</param>
    /// <param name="field">The field.</param>
    /// <param name="ofForm">Whether it belongs to the form, which is filled before anything has happened.</param>
    public static void Check(Shape shape, Field field, bool ofForm)
    {
        foreach (var key in Keys.Where(k => shape[k] is not null))
            if (Misplaced(field, key, ofForm) is { } problem)
                shape.Scope.Error(shape[key]!.At, problem);
        foreach (var key in NumberKeys.Where(k => field.Type == FieldType.Date && shape[k] is not null))
            shape.Scope.Error(shape[key]!.At, FieldProblems.NumberBound(field.Id, key));
    }

    private static Message? Misplaced(Field field, string key, bool ofForm) =>
        field.Type != FieldType.Date ? FieldProblems.BoundElsewhere(field.Id, key)
        : field.Personal ? FieldProblems.BoundUnseen(field.Id, key)
        : ofForm && !Bounds(field, key).All(IsOfForm) ? FieldProblems.BoundOfForm(field.Id)
        : null;

    private static ImmutableArray<DayBound> Bounds(Field field, string key) => key == First ? field.NotBefore : field.NotAfter;

    /// <summary>Reports bounds of a column: rows are not compared with the day of an act.</summary>
    public static void CheckColumn(Scope scope, Position at, Field column)
    {
        foreach (var key in Keys.Where(k => !Bounds(column, k).IsEmpty))
            scope.Error(at, FieldProblems.BoundUnseen(column.Id, key));
    }

    private static bool IsOfForm(DayBound bound) =>
        new[] { bound.Day, bound.When }.SelectMany(ExpressionParts.Leaves).All(e => e is FormField or Literal or NoneLiteral or ActDay);

    private static DayBound? Read(Scope scope, SyntaxNode syntax)
    {
        if (syntax is not MapSyntax)
            return References.BoundDay(scope, syntax) is { } day ? new DayBound(day) : null;
        if (Shape.Of(scope, syntax, DefinitionKeys.DayBound, Things.DayBound) is not { } shape)
            return null;
        return References.BoundDay(scope, shape.Required("day", Things.DayBound)) is { } first
            ? new DayBound(first)
            {
                When = shape.Condition("when"),
                ReasonsRequired = shape.Says("reasons", Things.HowReasonsStand, "required"),
            }
            : null;
    }
}

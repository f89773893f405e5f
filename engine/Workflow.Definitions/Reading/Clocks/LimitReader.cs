using System.Diagnostics;
using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Clocks;

/// <summary>Reads one limit: a period, a period before a day, or a day.</summary>
internal static class LimitReader
{
    private const string SameDay = "same day";

    // Where several are written, which is an error, the first of these is taken.
    private static readonly string[] Keys = ["for", "up-to", "at-least", "at"];

    public static LimitRule? One(Scope scope, SyntaxNode syntax, CitedTerms cited)
    {
        if (syntax is ScalarSyntax text)
            return For(scope, text, LimitKind.For);
        if (Shape.Of(scope, syntax, DefinitionKeys.Limit, Things.TheLimit) is not { } shape)
            return null;
        shape.AtMostOne(Keys);
        var basis = shape.Basis();
        return Of(shape, Things.TheLimit, basis is null ? cited : OfItsTime(shape, basis)) is { } limit
            ? limit with
            {
                When = shape.Condition("when"),
                Basis = basis,
            }
            : null;
    }

    private static CitedTerms OfItsTime(Shape shape, LegalBasis basis) => new(shape.Scope, basis, shape["basis"]!.At) { OfItsTime = true };

    public static LimitRule? Of(Shape shape, Message what, CitedTerms cited)
    {
        var scope = shape.Scope;
        if (shape["set-by"] is { } set && shape["up-to"] is null && shape["at-least"] is null)
            scope.Error(set.At, ClockProblems.SetByAlone(what));
        if (Array.Find(Keys, k => shape[k] is not null) is { } key)
            return Written(shape, key, shape[key]!);
        if (cited.HasLaw)
            return cited.Limit();
        scope.Error(shape.At, ClockProblems.NoLimit(what));
        return null;
    }

    private static LimitRule? Written(Shape shape, string key, SyntaxNode limit) =>
        key switch
        {
            "for" => For(shape.Scope, limit, LimitKind.For),
            "up-to" => Set(shape, limit, LimitKind.UpTo),
            "at-least" => Set(shape, limit, LimitKind.AtLeast),
            "at" => References.Day(shape.Scope, limit) is { } day ? new LimitRule { Kind = LimitKind.At, Day = day } : null,
            _ => throw new UnreachableException($"No limit is written {key}."),
        };

    public static LimitRule? For(Scope scope, SyntaxNode syntax, LimitKind kind)
    {
        if (syntax is ScalarSyntax { Text: var text } && kind == LimitKind.For)
        {
            if (text is SameDay or "0 days" or "0 working days")
                return new LimitRule { Kind = LimitKind.At };
            if (text.Contains(" before "))
                return Before(scope, syntax);
        }

        return Values.Period(scope, syntax, Things.Period) is { } period ? new LimitRule { Kind = kind, Period = period } : null;
    }

    private static LimitRule? Set(Shape shape, SyntaxNode limit, LimitKind kind) =>
        For(shape.Scope, limit, kind) is { } bound ? bound with { SetBy = SetBy(shape.Scope, shape["set-by"], bound.Period!.Unit) } : null;

    private static Expression? SetBy(Scope scope, SyntaxNode? syntax, PeriodUnit unit)
    {
        if (References.Value(scope, syntax) is not { } field || scope.Walk.Learns)
            return null;
        if (Asked(scope, field) is not { Type: FieldType.Number } asked)
            scope.Error(syntax!.At, ClockProblems.SetBy(Shape.Words(syntax)));
        else if (UnitOf(asked) is { } other && other != unit)
            scope.Error(syntax!.At, ClockProblems.SetByUnit(asked.Id, asked.Unit!, CountedIn.Of(unit)));
        else
            return field;
        return null;
    }

    // The unit of a field is free text; one that is no unit of time says nothing of the length.
    private static PeriodUnit? UnitOf(Field field) =>
        PeriodText.TryParse($"1 {field.Unit}", out var spaced, out _) ? spaced.Unit
        : PeriodText.TryParse($"1{field.Unit}", out var joined, out _) ? joined.Unit
        : null;

    private static Field? Asked(Scope scope, Expression field) =>
        field switch
        {
            FormField f => scope.Walk.Known.Form.GetValueOrDefault(f.Field),
            StepField f => scope.Walk.Known.Steps.GetValueOrDefault(f.Step)?.Fields.GetValueOrDefault(f.Field),
            Operand or Condition or null => null,
            _ => throw new UnreachableException($"No answer for {field.GetType().Name}."),
        };

    private static LimitRule? Before(Scope scope, SyntaxNode syntax) =>
        References.Day(scope, syntax) switch
        {
            PeriodBefore before => new LimitRule
            {
                Kind = LimitKind.Before,
                Period = before.Period,
                Day = before.Day,
            },
            NoneLiteral => new LimitRule
            {
                Kind = LimitKind.Before,
                Period = new Period(1, PeriodUnit.Days),
                Day = new NoneLiteral(),
            },
            Operand or Condition or null => null,
            var other => throw new UnreachableException($"No answer for {other.GetType().Name}."),
        };
}

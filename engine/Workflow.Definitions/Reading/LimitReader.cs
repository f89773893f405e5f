using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads one limit: a period, a period before a day, or a day.</summary>
internal static class LimitReader
{
    public static LimitRule? One(Scope scope, SyntaxNode syntax, CitedTerms cited)
    {
        if (syntax is ScalarSyntax text) return For(scope, text, LimitKind.For);
        if (Shape.Of(scope, syntax, DefinitionKeys.Limit, "one of several limits") is not { } shape) return null;
        shape.AtMostOne("for", "up-to", "at-least", "at");
        return Of(shape, "the limit", cited) is { } limit ? limit with { When = References.Condition(scope, shape["when"]) } : null;
    }

    public static LimitRule? Of(Shape shape, string what, CitedTerms cited)
    {
        var scope = shape.Scope;
        if (shape["set-by"] is { } set && shape["up-to"] is null)
            scope.Error(set.At, "clock.set_by", $"Expected 'up-to' beside 'set-by' in {what}, but it is missing.", "only a length that has a maximum is set by somebody");
        if (shape["for"] is { } @for) return For(scope, @for, LimitKind.For);
        if (shape["up-to"] is { } upTo) return For(scope, upTo, LimitKind.UpTo) is { } most ? most with { SetBy = SetBy(scope, shape["set-by"]) } : null;
        if (shape["at-least"] is { } floor) return For(scope, floor, LimitKind.AtLeast);
        if (shape["at"] is { } at) return References.Day(scope, at) is { } day ? new LimitRule { Kind = LimitKind.At, Day = day } : null;
        if (cited.HasLaw) return cited.Limit();
        scope.Error(shape.At, "clock.no_limit", $"Expected for, up-to, at-least or at in {what}, but there is none.", "write it like 'for: 5 working days'");
        return null;
    }

    public static LimitRule? For(Scope scope, SyntaxNode syntax, LimitKind kind)
    {
        if (syntax is ScalarSyntax { Text: var text } && text.Contains(" before ") && kind == LimitKind.For) return Before(scope, syntax);
        return Values.Period(scope, syntax, "a period") is { } period ? new LimitRule { Kind = kind, Period = period } : null;
    }

    private static Expression? SetBy(Scope scope, SyntaxNode? syntax)
    {
        if (References.Value(scope, syntax) is not { } field || scope.Walk.Learns) return null;
        var asked = field switch
        {
            FormField f => scope.Walk.Known.Form.GetValueOrDefault(f.Field),
            StepField f => scope.Walk.Known.Steps.GetValueOrDefault(f.Step)?.Fields.GetValueOrDefault(f.Field),
            _ => null,
        };
        if (asked is { Type: FieldType.Number }) return field;
        scope.Error(syntax!.At, "clock.set_by", $"Expected a number field that sets the length, but found {Shape.Words(syntax)}.", "name it like STEP.FIELD or form.FIELD");
        return null;
    }

    private static LimitRule? Before(Scope scope, SyntaxNode syntax) => References.Day(scope, syntax) switch
    {
        PeriodBefore before => new LimitRule { Kind = LimitKind.Before, Period = before.Period, Day = before.Day },
        NoneLiteral => new LimitRule { Kind = LimitKind.Before, Period = new Period(1, PeriodUnit.Days), Day = new NoneLiteral() },
        _ => null,
    };
}

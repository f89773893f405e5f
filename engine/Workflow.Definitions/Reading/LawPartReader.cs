using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Reading;

/// <summary>Reads the editions of a law and how each counts days.</summary>
internal static class LawPartReader
{
    public static LawEdition? Edition(Scope scope, SyntaxNode syntax)
    {
        if (Shape.Of(scope, syntax, LawKeys.Edition, "an edition") is not { } shape) return null;
        var year = LawValues.Year(scope, shape.Required("edition", "the edition"));
        var from = LawValues.Day(scope, shape.Required("from", "the edition"));
        var to = LawValues.Day(scope, shape["to"]);
        var (adopted, status) = (LawValues.Day(scope, shape["adopted"]), LawValues.Status(shape, "the edition"));
        if (year is null || from is null) return null;
        if (to < from)
            scope.Error(shape.At, "law.edition_order", $"Expected the edition of {year} to end after it begins, but it ends on {to:yyyy-MM-dd} and begins on {from:yyyy-MM-dd}.");
        return new LawEdition(year.Value, adopted, new PeriodInForce(from.Value, to), status);
    }

    public static DayCounting? Days(Scope scope, SyntaxNode syntax)
    {
        if (Shape.Of(scope, syntax, LawKeys.Days, "how days are counted") is not { } shape) return null;
        var editions = LawValues.Years(scope, shape.Required("editions", "the rule of days"));
        var article = Values.Text(scope, shape.Required("article", "the rule of days"), "an article") ?? "";
        return shape.Required("working", "the rule of days") switch
        {
            ScalarSyntax { Text: "all" } => new DayCounting(editions, [], null, article, LawValues.Status(shape, "the rule of days")),
            MapSyntax map => new DayCounting(editions, [], UpTo(scope, map), article, LawValues.Status(shape, "the rule of days")),
            ListSyntax list => new DayCounting(editions, Amounts(scope, list), null, article, LawValues.Status(shape, "the rule of days")),
            var other => Unknown(scope, other),
        };
    }

    private static int? UpTo(Scope scope, MapSyntax map) =>
        Shape.Of(scope, map, LawKeys.Working, "which days are working days") is { } shape ? Values.Whole(scope, shape.Required("up-to", "the working days"), "the largest amount") : null;

    private static ImmutableArray<int> Amounts(Scope scope, ListSyntax list) =>
        [.. list.Items.Select(i => Values.Whole(scope, i, "an amount of days")).OfType<int>()];

    private static DayCounting? Unknown(Scope scope, SyntaxNode? syntax)
    {
        if (syntax is not null)
            scope.Error(syntax.At, "law.working_days", $"Expected 'all', a list of amounts or {{up-to: N}}, but found {Shape.Words(syntax)}.");
        return null;
    }
}

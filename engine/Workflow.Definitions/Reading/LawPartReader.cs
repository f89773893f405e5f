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
        if (Shape.Of(scope, syntax, LawKeys.Edition, Things.Edition) is not { } shape)
            return null;
        var year = LawValues.Year(scope, shape.Required("edition", Things.TheEdition));
        var from = LawValues.Day(scope, shape.Required("from", Things.TheEdition));
        var to = LawValues.Day(scope, shape["to"]);
        var (adopted, status) = (LawValues.Day(scope, shape["adopted"]), LawValues.Status(shape, Things.TheEdition));
        if (year is null || from is null)
            return null;
        if (to < from)
            scope.Error(shape.At, LawProblems.EditionOrder($"{year}", to.Value, from.Value));
        return new LawEdition(year.Value, adopted, new PeriodInForce(from.Value, to), status);
    }

    public static DayCounting? Days(Scope scope, SyntaxNode syntax)
    {
        if (Shape.Of(scope, syntax, LawKeys.Days, Things.HowDaysAreCounted) is not { } shape)
            return null;
        var editions = LawValues.Years(scope, shape.Required("editions", Things.TheRuleOfDays));
        var article = shape.Text("article", Things.Article, requiredBy: Things.TheRuleOfDays) ?? "";
        return shape.Required("working", Things.TheRuleOfDays) switch
        {
            ScalarSyntax { Text: "all" } => new DayCounting(editions, [], null, article, LawValues.Status(shape, Things.TheRuleOfDays)),
            MapSyntax map => new DayCounting(editions, [], UpTo(scope, map), article, LawValues.Status(shape, Things.TheRuleOfDays)),
            ListSyntax list => new DayCounting(
                editions,
                Amounts(scope, list),
                null,
                article,
                LawValues.Status(shape, Things.TheRuleOfDays)
            ),
            var other => Unknown(scope, other),
        };
    }

    private static int? UpTo(Scope scope, MapSyntax map) =>
        Shape.Of(scope, map, LawKeys.Working, Things.WhichDaysAreWorkingDays) is { } shape
            ? Values.Whole(scope, shape.Required("up-to", Things.TheWorkingDays), Things.TheLargestAmount)
            : null;

    private static ImmutableArray<int> Amounts(Scope scope, ListSyntax list) =>
        [.. list.Items.Select(i => Values.Whole(scope, i, Things.AmountOfDays)).OfType<int>()];

    private static DayCounting? Unknown(Scope scope, SyntaxNode? syntax)
    {
        if (syntax is not null)
            scope.Error(syntax.At, LawProblems.WorkingDays(Shape.Words(syntax)));
        return null;
    }
}

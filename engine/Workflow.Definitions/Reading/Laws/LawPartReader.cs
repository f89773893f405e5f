using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Reading.Laws;

/// <summary>Reads the editions of a law and how each counts days.</summary>
internal static class LawPartReader
{
    private const int MostArticles = 5000;

    public static LawEdition? Edition(Scope scope, SyntaxNode syntax)
    {
        return Shape.Of(scope, syntax, LawKeys.Edition, Things.Edition) is { } shape ? Edition(shape) : null;
    }

    private static LawEdition? Edition(Shape shape)
    {
        var year = LawValues.Year(shape.Scope, shape.Required("edition", Things.TheEdition));
        var inForce = InForce(shape, year);
        var (adopted, status) = (LawValues.Day(shape.Scope, shape["adopted"]), LawValues.Status(shape, Things.TheEdition));
        var articles = shape.Whole("articles", Things.NumberOfArticles, 1, MostArticles);
        return year is null || inForce is null ? null : new LawEdition(year.Value, adopted, inForce, status) { Articles = articles };
    }

    private static PeriodInForce? InForce(Shape shape, int? year)
    {
        var from = LawValues.Day(shape.Scope, shape.Required("from", Things.TheEdition));
        var to = LawValues.Day(shape.Scope, shape["to"]);
        if (year is not null && to < from)
            shape.Scope.Error(shape.At, LawProblems.EditionOrder($"{year}", to.Value, from.Value));
        return from is { } first ? new PeriodInForce(first, to) : null;
    }

    public static DayCounting? Days(Scope scope, SyntaxNode syntax)
    {
        if (Shape.Of(scope, syntax, LawKeys.Days, Things.HowDaysAreCounted) is not { } shape)
            return null;
        var editions = LawValues.Years(scope, shape.Required("editions", Things.TheRuleOfDays));
        var article = shape.Text("article", Things.Article, requiredBy: Things.TheRuleOfDays) ?? "";
        return Working(shape) is var (amounts, upTo)
            ? new DayCounting(editions, amounts, upTo, article, LawValues.Status(shape, Things.TheRuleOfDays))
            : null;
    }

    // Which amounts of days are working days: all, some, or up to one.
    private static (ImmutableArray<int> Amounts, int? UpTo)? Working(Shape shape) =>
        shape.Required("working", Things.TheRuleOfDays) switch
        {
            ScalarSyntax { Text: "all" } => ([], null),
            MapSyntax map => ([], UpTo(shape.Scope, map)),
            ListSyntax list => (Amounts(shape.Scope, list), null),
            ScalarSyntax word => Unknown(shape.Scope, word),
            null => Unknown(shape.Scope, null),
            var other => throw new UnreachableException($"No answer for {other.GetType().Name}."),
        };

    private static int? UpTo(Scope scope, MapSyntax map) =>
        Shape.Of(scope, map, LawKeys.Working, Things.WhichDaysAreWorkingDays) is { } shape
            ? Values.Whole(scope, shape.Required("up-to", Things.TheWorkingDays), Things.TheLargestAmount)
            : null;

    private static ImmutableArray<int> Amounts(Scope scope, ListSyntax list) =>
        [.. list.Items.Select(i => Values.Whole(scope, i, Things.AmountOfDays)).OfType<int>()];

    private static (ImmutableArray<int>, int?)? Unknown(Scope scope, SyntaxNode? syntax)
    {
        if (syntax is not null)
            scope.Error(syntax.At, LawProblems.WorkingDays(Shape.Words(syntax)));
        return null;
    }
}

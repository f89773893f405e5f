using System.Collections.Immutable;
using System.Globalization;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Reading.Laws;

/// <summary>Reads the single values of a law's file.</summary>
internal static class LawValues
{
    private const int EarliestYear = 1949;
    private const int LatestYear = 2999;
    private const int MonthsOfYear = 12;

    public static int? Year(Scope scope, SyntaxNode? syntax) =>
        Values.Whole(scope, syntax, Things.TheYearOfAnEdition, EarliestYear, LatestYear);

    public static ImmutableArray<int> Years(Scope scope, SyntaxNode? syntax) =>
        [.. Values.Items(syntax).Select(y => Year(scope, y)).OfType<int>()];

    public static ImmutableArray<string> Words(Scope scope, SyntaxNode? syntax, Message what) =>
        [.. Values.Scalars(scope, syntax, what).Select(s => s.Text)];

    /// <summary>The English of the grounds, by their Chinese words.</summary>
    public static ImmutableSortedDictionary<string, string> Grounds(Scope scope, SyntaxNode? syntax) =>
        Pairs(scope, syntax)
            .Select(g => (g.Key, En: Values.Text(scope, g.Value, Things.EnglishOfAGround)))
            .Where(g => g.En is not null)
            .ToImmutableSortedDictionary(g => g.Key, g => g.En!, StringComparer.Ordinal);

    private static IReadOnlyList<MapEntry> Pairs(Scope scope, SyntaxNode? syntax)
    {
        if (syntax is not (null or MapSyntax))
            scope.Error(syntax.At, FileProblems.Shape(Things.Grounds, Shape.Words(syntax), null));
        return (syntax as MapSyntax)?.Entries ?? [];
    }

    public static ArticleStatus Status(Shape shape, Message what) =>
        Values.Word<ArticleStatus>(shape.Scope, shape.Required("status", what), Things.Comparison, LawWords.Statuses)
        ?? ArticleStatus.Unverified;

    public static DateOnly? Day(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, Things.Day) is not { } scalar)
            return null;
        if (WrittenDay.Read(scalar.Text) is { } day)
            return day;
        scope.Error(scalar.At, ValueProblems.LegalDay(Shape.Words(scalar)));
        return null;
    }

    /// <summary>A period of a law, which may also be of years: a year is twelve months.</summary>
    public static Period? Period(Scope scope, SyntaxNode? syntax)
    {
        if (
            syntax is ScalarSyntax { Text: var text }
            && text.Split(' ') is [var number, "year" or "years"]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var years)
            && years is >= 1 and <= 1000
        )
            return new Period(years * MonthsOfYear, PeriodUnit.Months);
        return Values.Period(scope, syntax, Things.Period);
    }
}

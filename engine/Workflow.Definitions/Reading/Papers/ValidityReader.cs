using System.Globalization;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Papers;

/// <summary>Reads how long a paper is valid: <c>3 years</c>, <c>18 months</c>, <c>10 days</c>, or the day that a field holds.</summary>
internal static class ValidityReader
{
    private const int MonthsOfAYear = 12;
    private const int MostYears = 100;

    private static readonly string[] Years = [" years", " year", "年"];

    public static Validity? Read(Scope scope, SyntaxNode? syntax)
    {
        if (syntax is not ScalarSyntax { Text: { Length: > 0 } text })
            return syntax is null ? null : Day(scope, syntax);
        return !char.IsAsciiDigit(text[0]) ? Day(scope, syntax)
            : InYears(text) is { } years ? new Validity(new Period(years * MonthsOfAYear, PeriodUnit.Months), null)
            : Counted(scope, syntax);
    }

    private static Validity? Day(Scope scope, SyntaxNode syntax) =>
        References.Day(scope, syntax) is { } day ? new Validity(null, day) : null;

    private static Validity? Counted(Scope scope, SyntaxNode syntax)
    {
        if (Values.Period(scope, syntax, Things.Period) is not { } period)
            return null;
        if (period.Unit is PeriodUnit.Days or PeriodUnit.Months)
            return new Validity(period, null);
        scope.Error(syntax.At, FieldProblems.Validity(Shape.Words(syntax)));
        return null;
    }

    private static int? InYears(string text) =>
        Array.Find(Years, y => text.EndsWith(y, StringComparison.Ordinal)) is { } unit
        && int.TryParse(text[..^unit.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var years)
        && years is >= 1 and <= MostYears
            ? years
            : null;
}

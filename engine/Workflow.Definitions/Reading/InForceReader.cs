using System.Globalization;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Reading;

/// <summary>Reads spans of days such as <c>2014-05-01..2015-09-30</c> and <c>2020-01-01..</c>.</summary>
internal static class InForceReader
{
    public static PeriodInForce? Read(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, Things.DaysInForce) is not { } scalar)
            return null;
        var parts = scalar.Text.Split("..");
        var (from, to) = (Day(parts[0]), parts.Length == 2 ? Day(parts[1]) : null);
        if (parts.Length != 2 || from is null || (to is null && parts[1].Trim().Length > 0))
            scope.Error(scalar.At, ValueProblems.InForceForm(Shape.Words(scalar)));
        else if (to < from)
            scope.Error(scalar.At, ValueProblems.InForceOrder(scalar.Text));
        else
            return new PeriodInForce(from.Value, to);
        return null;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

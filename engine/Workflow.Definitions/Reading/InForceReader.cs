using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Reading;

/// <summary>Reads spans of days such as <c>2014-05-01..2015-09-30</c> and <c>2020-01-01..</c>.</summary>
internal static class InForceReader
{
    /// <summary>The days under <c>in-force</c>, which <paramref name="what"/> cannot do without.</summary>
    public static PeriodInForce? Read(Shape file, Message what) => Read(file.Scope, file.Required("in-force", what));

    private static PeriodInForce? Read(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, Things.DaysInForce) is not { } scalar)
            return null;
        if (Period(scalar.Text) is not { } period)
            scope.Error(scalar.At, ValueProblems.InForceForm(Shape.Words(scalar)));
        else if (period.To < period.From)
            scope.Error(scalar.At, ValueProblems.InForceOrder(scalar.Text));
        else
            return new PeriodInForce(period.From, period.To);
        return null;
    }

    private static (DateOnly From, DateOnly? To)? Period(string text)
    {
        if (text.Split("..") is not [var first, var last] || Day(first) is not { } from)
            return null;
        var to = Day(last);
        return to is null && last.Trim().Length > 0 ? null : (from, to);
    }

    private static DateOnly? Day(string text) => WrittenDay.Read(text.Trim());
}

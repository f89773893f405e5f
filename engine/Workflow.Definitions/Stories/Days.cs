using System.Globalization;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;

namespace Workflow.Definitions.Stories;

/// <summary>Reads days and times of day.</summary>
internal static class Days
{
    internal const string Format = "yyyy-MM-dd";

    /// <summary>A day; null for an absent key, or after reporting that something else stands there.</summary>
    internal static DateOnly? Of(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, Things.DayLike) is not { } scalar)
            return null;
        if (Parse(scalar.Text) is { } day)
            return day;
        scope.Error(scalar.At, ValueProblems.Day(Shape.Words(scalar)));
        return null;
    }

    /// <summary>A day and a time; null for an absent key, or after reporting that something else stands there.</summary>
    internal static (DateOnly Day, TimeOnly Time)? Moment(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, Things.DayAndTime) is not { } scalar)
            return null;
        if (
            scalar.Text.Split(' ') is [var day, var time]
            && Parse(day) is { } on
            && TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        )
            return (on, at);
        scope.Error(scalar.At, ValueProblems.Moment(Shape.Words(scalar)));
        return null;
    }

    // Stories of this office's lifetime; a slip of the pen must not simulate centuries.
    private static DateOnly? Parse(string text) => WrittenDay.Read(text) is { Year: >= 1990 and <= 2100 } day ? day : null;
}

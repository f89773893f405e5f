using System.Diagnostics;

namespace Workflow.Engine.Expressions;

/// <summary>What an expression is made of.</summary>
public static class ExpressionParts
{
    /// <summary>The expressions directly inside one; none inside a name or a value.</summary>
    /// <param name="expression">The expression; null has none.</param>
    public static IEnumerable<Expression> Of(Expression? expression) =>
        expression switch
        {
            Not n => [n.Inner],
            Both b => [b.Left, b.Right],
            Either e => [e.Left, e.Right],
            Comparison c => [c.Left, c.Right],
            OneOf o => o.Options.Prepend(o.Item),
            PeriodBefore p => [p.Day],
            PeriodAfter p => [p.Day],
            Sum s => [s.Left, s.Right],
            Remainder d => [d.Left, d.Right],
            IsMarked or Operand or null => [],
            _ => throw new UnreachableException($"No answer for {expression.GetType().Name}."),
        };

    /// <summary>The names and values of an expression, in the order written.</summary>
    public static IEnumerable<Expression> Leaves(Expression? expression) =>
        expression is null ? []
        : Of(expression).ToList() is { Count: > 0 } parts ? parts.SelectMany(Leaves)
        : [expression];

    /// <summary>Whether a condition speaks of a row, so that each row has an answer of its own.</summary>
    public static bool SpeaksOfRow(Expression? condition) => Leaves(condition).Any(e => e is RowField or RowOutcomeOf or RowStepField);
}

namespace Workflow.Engine.Expressions;

/// <summary>Sums and differences of numbers. What nobody entered counts as nothing, as on a form whose second amount is left empty.</summary>
internal static class Amounts
{
    internal static FieldValue? Sum(FieldValue? left, FieldValue? right) => Both(left, right, Plus);

    internal static FieldValue? Difference(FieldValue? left, FieldValue? right) => Both(left, right, (a, b) => Plus(a, -b));

    // What is sealed is not read here: its sum is not known.
    private static NumberValue? Both(FieldValue? left, FieldValue? right, Func<decimal, decimal, decimal> reckon)
    {
        if (left is null && right is null)
            return null;
        return left is NumberValue or null && right is NumberValue or null ? new NumberValue(reckon(Amount(left), Amount(right))) : null;
    }

    private static decimal Amount(FieldValue? value) => (value as NumberValue)?.Number ?? 0;

    private static decimal Plus(decimal left, decimal right)
    {
        try
        {
            return left + right;
        }
        catch (OverflowException)
        {
            // Beyond what a number holds it is compared as the greatest, not as none.
            return left < 0 ? decimal.MinValue : decimal.MaxValue;
        }
    }
}

using System.Diagnostics;

namespace Workflow.Engine.Expressions;

/// <summary>Evaluates expressions: pure and total, it returns for everything that a definition can express.</summary>
public static class Evaluation
{
    /// <summary>Whether a condition holds.</summary>
    /// <param name="condition">The condition; null always holds.</param>
    /// <param name="values">What it may look at.</param>
    public static bool IsTrue(Expression? condition, IValues values) =>
        condition switch
        {
            null => true,
            IsMarked m => values.Moment(m.Moment) is not null,
            Not n => !IsTrue(n.Inner, values),
            Both b => IsTrue(b.Left, values) && IsTrue(b.Right, values),
            Either e => IsTrue(e.Left, values) || IsTrue(e.Right, values),
            Comparison c => Holds(c.Sign, Value(c.Left, values), Value(c.Right, values)),
            OneOf o => IsOneOf(o, values),
            Operand => Value(condition, values) is TruthValue { Yes: true },
            _ => throw new UnreachableException($"No answer for {condition.GetType().Name}."),
        };

    /// <summary>The value of an expression; null is none, also for a day before the calendar's reach.</summary>
    public static FieldValue? Value(Expression expression, IValues values) =>
        expression switch
        {
            Literal l => l.Value,
            NoneLiteral => null,
            OutcomeOf o => Text(values.Outcome(o.Step)),
            StepField f => values.StepField(f.Step, f.Field),
            FormField f => values.Form(f.Field),
            RemedyOrder => Text(values.Remedies),
            DocumentNumber d => Text(values.DocumentNumber(d.Document)),
            MaterialStanding m => Text(values.Material(m.Material)),
            RowField r => values.RowField(r.Table, r.Column),
            RowOutcomeOf r => Text(values.RowOutcome(r.Step)),
            RowStepField r => values.RowStepField(r.Step, r.Field),
            Sum or Remainder => Reckoned(expression, values),
            MomentDay or DocumentValidity or MaterialValidity or PeriodBefore or PeriodAfter or ActDay => OfDay(expression, values),
            Condition => new TruthValue(IsTrue(expression, values)),
            _ => throw new UnreachableException($"No answer for {expression.GetType().Name}."),
        };

    private static DateValue? OfDay(Expression expression, IValues values) =>
        expression switch
        {
            MomentDay m => Day(values.Moment(m.Moment)),
            DocumentValidity d => Day(values.ValidUntil(d.Document)),
            MaterialValidity m => Day(values.MaterialUntil(m.Material)),
            PeriodBefore b => CountedDays.Before(b.Period, Value(b.Day, values), values.Calendar),
            PeriodAfter a => CountedDays.After(a.Period, Value(a.Day, values), values.Calendar),
            ActDay => Day(values.Today),
            _ => throw new UnreachableException($"No answer for {expression.GetType().Name}."),
        };

    private static FieldValue? Reckoned(Expression expression, IValues values) =>
        expression switch
        {
            Sum s => Amounts.Sum(Value(s.Left, values), Value(s.Right, values)),
            Remainder d => Amounts.Difference(Value(d.Left, values), Value(d.Right, values)),
            _ => throw new UnreachableException($"No answer for {expression.GetType().Name}."),
        };

    private static DateValue? Day(DateOnly? day) => day is { } found ? new DateValue(found) : null;

    private static TextValue? Text(string? text) => text is null ? null : new TextValue(text);

    private static bool IsOneOf(OneOf one, IValues values)
    {
        var item = Value(one.Item, values);
        return one.Options.Any(option => Holds(ComparisonSign.Equal, item, Value(option, values)));
    }

    private static bool Holds(ComparisonSign sign, FieldValue? left, FieldValue? right) =>
        sign switch
        {
            ComparisonSign.Equal => Equals(left, right),
            ComparisonSign.NotEqual => !Equals(left, right),
            ComparisonSign.Less => Order(left, right) < 0,
            ComparisonSign.AtMost => Order(left, right) <= 0,
            ComparisonSign.More => Order(left, right) > 0,
            ComparisonSign.AtLeast => Order(left, right) >= 0,
            _ => throw new UnreachableException($"No answer for {sign}."),
        };

    // Numbers and days have an order; nothing else has, and nothing that is none.
    private static int? Order(FieldValue? left, FieldValue? right)
    {
        if (left is NumberValue number && right is NumberValue otherNumber)
            return number.Number.CompareTo(otherNumber.Number);
        return left is DateValue day && right is DateValue otherDay ? day.Date.CompareTo(otherDay.Date) : null;
    }
}

using System.Diagnostics;
using Workflow.Engine.Expressions;

namespace Workflow.Mining.Conforming;

/// <summary>Conditions as far as a replay can know them: outcomes and moments follow from the steps done; forms, fields and days do not.</summary>
internal static class Truths
{
    /// <summary>Whether a condition holds; null where the log does not tell.</summary>
    internal static bool? Of(Expression? condition, ProcessModel model, ModelState state) =>
        condition switch
        {
            null => true,
            Literal { Value: TruthValue truth } => truth.Yes,
            IsMarked m => state.IsMarked(m.Moment),
            Not n => !Of(n.Inner, model, state),
            Both b => And(Of(b.Left, model, state), Of(b.Right, model, state)),
            Either e => !And(!Of(e.Left, model, state), !Of(e.Right, model, state)),
            Comparison { Sign: ComparisonSign.Equal } c => Same(c.Left, c.Right, model, state),
            Comparison { Sign: ComparisonSign.NotEqual } c => !Same(c.Left, c.Right, model, state),
            OneOf o => o
                .Options.Select(option => Same(o.Item, option, model, state))
                .Aggregate((bool?)false, (sum, one) => !And(!sum, !one)),
            Comparison or Operand => null,
            _ => throw new UnreachableException($"No answer for {condition.GetType().Name}."),
        };

    private static bool? And(bool? left, bool? right) =>
        left == false || right == false ? false
        : left == true && right == true ? true
        : null;

    private static bool? Same(Expression left, Expression right, ProcessModel model, ModelState state) =>
        Text(left, model, state) is { Known: true } a && Text(right, model, state) is { Known: true } b ? a.Value == b.Value : null;

    private static (bool Known, string? Value) Text(Expression expression, ProcessModel model, ModelState state) =>
        expression switch
        {
            Literal { Value: TextValue text } => (true, text.Text),
            NoneLiteral => (true, null),
            OutcomeOf o when model.Find(o.Step) is { } node => (true, state.OutcomeOf(node)?.Rule.Id),
            Operand or Condition => (false, null),
            _ => throw new UnreachableException($"No answer for {expression.GetType().Name}."),
        };
}

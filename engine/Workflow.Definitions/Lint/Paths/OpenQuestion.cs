using System.Diagnostics;
using Workflow.Engine.Expressions;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>Evaluates one condition and remembers the first question that the path does not answer.</summary>
internal sealed class OpenQuestion(PathState state, Known known)
{
    /// <summary>The first open question; null while there was none.</summary>
    public Question? First { get; private set; }

    public bool? Truth(Expression condition) =>
        condition switch
        {
            Not n => !Truth(n.Inner),
            Both b => And(Truth(b.Left), () => Truth(b.Right)),
            Either e => Or(Truth(e.Left), () => Truth(e.Right)),
            Comparison c => Compare(c),
            OneOf o => o.Options.Aggregate(
                (bool?)false,
                (so, option) => Or(so, () => Compare(new Comparison(ComparisonSign.Equal, o.Item, option)))
            ),
            IsMarked m => known.Marked(m.Moment).IsNone switch
            {
                true => false,
                false => true,
                _ => Ask(Question.Marked(m)),
            },
            Literal { Value: TruthValue t } => t.Yes,
            NoneLiteral => false,
            Operand => known.Of(condition).IsNone == true ? false : Ask(Question.IsTrue(condition)),
            _ => throw new UnreachableException($"No answer for {condition.GetType().Name}."),
        };

    private bool? Compare(Comparison c)
    {
        var (left, right) = (known.Of(c.Left), known.Of(c.Right));
        if (left.IsNone == true || right.IsNone == true)
            return Nones(c, left, right);
        if (left.Value is { } a && right.Value is { } b && c.Sign is ComparisonSign.Equal or ComparisonSign.NotEqual)
            return left.Value!.Equals(right.Value) == (c.Sign == ComparisonSign.Equal);
        return c.Sign == ComparisonSign.NotEqual ? !Ask(Question.Is(c, "=")) : Ask(Question.Is(c, Sign(c.Sign)));
    }

    // Only 'is it none' has an answer when one side is none.
    private bool? Nones(Comparison c, Sight left, Sight right)
    {
        if (c.Sign is not (ComparisonSign.Equal or ComparisonSign.NotEqual))
            return false;
        var other = left.IsNone == true ? right : left;
        var equal = other.IsNone ?? Ask(Question.IsNone(left.IsNone == true ? c.Right : c.Left));
        return c.Sign == ComparisonSign.Equal ? equal : !equal;
    }

    private bool? Ask(Question question)
    {
        if (state.Guesses.TryGetValue(question, out var answer))
            return answer;
        if (Excluded(question))
            return false;
        First ??= question;
        return null;
    }

    // A field that equals one value on this path equals no other.
    private bool Excluded(Question question) =>
        question.IsEqual && state.Guesses.Any(g => g.Value && g.Key.Beginning == question.Beginning);

    private static string Sign(ComparisonSign sign) =>
        sign switch
        {
            ComparisonSign.Equal => "=",
            ComparisonSign.Less => "<",
            ComparisonSign.AtMost => "<=",
            ComparisonSign.More => ">",
            ComparisonSign.AtLeast or ComparisonSign.NotEqual => ">=",
            _ => throw new UnreachableException($"No answer for {sign}."),
        };

    private static bool? And(bool? left, Func<bool?> right) =>
        left == false ? false
        : right() is var r && r == false ? false
        : left is null || r is null ? null
        : true;

    private static bool? Or(bool? left, Func<bool?> right) =>
        left == true ? true
        : right() is var r && r == true ? true
        : left is null || r is null ? null
        : false;
}

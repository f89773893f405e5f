using System.Diagnostics;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Expressions;

/// <summary>Looks up the names of an expression and checks that its values fit each other.</summary>
internal sealed class ExpressionBinder(INames names, Problems problems, ScalarSyntax text)
{
    // More options than these tell nobody what to choose.
    private const int OptionsShown = 6;

    public Expression? Condition(Term term) =>
        term switch
        {
            ChainTerm chain => Chain(chain),
            NotTerm not => Condition(not.Inner) is { } inner ? new Not(inner) : null,
            CompareTerm or InTerm => new ComparisonBinder(this).Bind(term),
            ValueTerm or NoneTerm or NameTerm or CountedTerm or SumTerm => Value(term) is { } value ? AsCondition(value) : null,
            _ => throw new UnreachableException($"No answer for {term.GetType().Name}."),
        };

    public Expression? Need(Term term) =>
        term is NameTerm && Value(term) is { Kind: not (ValueKind.Moment or ValueKind.Truth or ValueKind.Word) } value
            ? new Comparison(ComparisonSign.NotEqual, value.Expression, new NoneLiteral())
            : Condition(term);

    public Expression? Day(Term term)
    {
        if (AnyTyped(term) is not { } value)
            return null;
        return value.Kind is ValueKind.Date or ValueKind.Moment
            ? value.Expression
            : Wrong(value.Term, ConditionProblems.NoDay(value.What, Kind(value)));
    }

    public Expression? AnyValue(Term term) => AnyTyped(term)?.Expression;

    /// <summary>A value; null after a problem was reported. A lone word is given back as one.</summary>
    public Typed? Value(Term term) =>
        term switch
        {
            ValueTerm v => new Typed(v, new Literal(v.Value), KindOf(v.Value), Things.Quoted($"{v.Value}")),
            NoneTerm => new Typed(term, new NoneLiteral(), ValueKind.None, Things.KeyNone),
            NameTerm name => Name(name),
            CountedTerm counted => Counted(counted),
            SumTerm sum => Sum(sum),
            ChainTerm or NotTerm or CompareTerm or InTerm => Condition(term) is { } condition
                ? new Typed(term, condition, ValueKind.Truth, Things.TheCondition)
                : null,
            _ => throw new UnreachableException($"No answer for {term.GetType().Name}."),
        };

    public Expression? Wrong(Term at, Message problem)
    {
        problems.Error(ScalarPlace.Of(text, at.At), problem);
        return null;
    }

    public Expression? Unknown(NameTerm name) =>
        Wrong(name, names.Fault(name) ?? ConditionProblems.UnknownName(name.Text, names.Known(name)));

    public static Message Kind(Typed value) =>
        value.Kind switch
        {
            ValueKind.Number => Kinds.Number(),
            ValueKind.Date or ValueKind.Moment => Kinds.Day(),
            ValueKind.Truth => Kinds.Truth(),
            ValueKind.Rows => Kinds.Table(),
            ValueKind.None => Kinds.None(),
            ValueKind.Text or ValueKind.Word => Kinds.Text(),
            _ => throw new UnreachableException($"No word for {value.Kind}."),
        };

    private Expression? AsCondition(Typed value) =>
        value.Kind switch
        {
            ValueKind.Truth => value.Expression,
            ValueKind.Moment => new IsMarked(((MomentDay)value.Expression).Moment),
            ValueKind.Word => Unknown((NameTerm)value.Term),
            ValueKind.Text or ValueKind.Number or ValueKind.Date or ValueKind.Rows or ValueKind.None => Wrong(
                value.Term,
                ConditionProblems.NoCondition(value.What, Kind(value), Comparing(value))
            ),
            _ => throw new UnreachableException($"No answer for {value.Kind}."),
        };

    private static Message Comparing(Typed value) =>
        value.Options is null ? Ways.Compare : Ways.CompareWith(value.Options.Take(OptionsShown));

    private Typed? Counted(CountedTerm counted) =>
        Day(counted.Day) is { } day
            ? new Typed(
                counted,
                counted.IsAfter ? new PeriodAfter(counted.Period, day) : new PeriodBefore(counted.Period, day),
                ValueKind.Date,
                Things.TheDay
            )
            : null;

    private Typed? Sum(SumTerm sum)
    {
        var (left, right) = (Number(sum, sum.Left), Number(sum, sum.Right));
        if (left is null || right is null)
            return null;
        Expression reckoned = sum.IsPlus ? new Sum(left, right) : new Remainder(left, right);
        return new Typed(sum, reckoned, ValueKind.Number, sum.IsPlus ? Things.TheSum : Things.TheDifference);
    }

    private Expression? Number(SumTerm sum, Term term) =>
        AnyTyped(term) is not { } value ? null
        : value.Kind == ValueKind.Number ? value.Expression
        : Wrong(value.Term, ConditionProblems.NoNumber(sum.Sign, value.What, Kind(value)));

    private Typed? AnyTyped(Term term)
    {
        var value = Value(term);
        if (value?.Kind != ValueKind.Word)
            return value;
        Unknown((NameTerm)term);
        return null;
    }

    private Typed? Name(NameTerm name)
    {
        if (names.Find(name) is { } found)
            return found;
        if (name.Parts.Count == 1)
            return new Typed(name, new NoneLiteral(), ValueKind.Word, Things.Quoted(name.Text));
        Unknown(name);
        return null;
    }

    // Balanced, so that a long chain stays shallow for whoever walks it.
    private Expression? Chain(ChainTerm chain)
    {
        var members = chain.Members.Select(Condition).ToList();
        return members.Contains(null) ? null : Joined(members!, 0, members.Count, chain.IsAnd);
    }

    private static Expression Joined(List<Expression> members, int from, int to, bool isAnd)
    {
        if (to - from == 1)
            return members[from];
        var middle = from + (to - from + 1) / 2;
        var (left, right) = (Joined(members, from, middle, isAnd), Joined(members, middle, to, isAnd));
        return isAnd ? new Both(left, right) : new Either(left, right);
    }

    private static ValueKind KindOf(FieldValue value) =>
        value switch
        {
            NumberValue => ValueKind.Number,
            DateValue => ValueKind.Date,
            TruthValue => ValueKind.Truth,
            TextValue or RowsValue or SealedValue => ValueKind.Text,
            _ => throw new UnreachableException($"No answer for {value.GetType().Name}."),
        };
}

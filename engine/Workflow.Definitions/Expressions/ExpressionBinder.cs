using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;

namespace Workflow.Definitions.Expressions;

/// <summary>Looks up the names of an expression and checks that its values fit each other.</summary>
internal sealed class ExpressionBinder(INames names, Problems problems, ScalarSyntax text)
{
    public Expression? Condition(Term term) => term switch
    {
        ChainTerm chain => Chain(chain),
        NotTerm not => Condition(not.Inner) is { } inner ? new Not(inner) : null,
        CompareTerm or InTerm => new ComparisonBinder(this).Bind(term),
        _ => Value(term) is { } value ? AsCondition(value) : null,
    };

    public Expression? Need(Term term) =>
        term is NameTerm && Value(term) is { Kind: not (ValueKind.Moment or ValueKind.Truth or ValueKind.Word) } value
            ? new Comparison(ComparisonSign.NotEqual, value.Expression, new NoneLiteral())
            : Condition(term);

    public Expression? Day(Term term) => AnyTyped(term) switch
    {
        null => null,
        { Kind: ValueKind.Date or ValueKind.Moment } day => day.Expression,
        var other => Wrong(other.Term, $"Expected a day, but {other.What} is {Kind(other)}."),
    };

    public Expression? AnyValue(Term term) => AnyTyped(term)?.Expression;

    /// <summary>A value; null after a problem was reported. A lone word is given back as one.</summary>
    public Typed? Value(Term term) => term switch
    {
        ValueTerm v => new Typed(v, new Literal(v.Value), KindOf(v.Value), What: $"'{v.Value}'"),
        NoneTerm => new Typed(term, new NoneLiteral(), ValueKind.None, What: "'none'"),
        NameTerm name => Name(name),
        BeforeTerm before => Day(before.Day) is { } day ? new Typed(before, new PeriodBefore(before.Period, day), ValueKind.Date, What: "the day") : null,
        _ => Condition(term) is { } condition ? new Typed(term, condition, ValueKind.Truth, What: "the condition") : null,
    };

    public Expression? Wrong(Term at, string message, string? hint = null, string code = "expression.type")
    {
        problems.Error(ScalarPlace.Of(text, at.At), code, message, hint);
        return null;
    }

    public Expression? Unknown(NameTerm name) => names.Fault(name) is { } fault
        ? Wrong(name, fault.Message, fault.Hint, "expression.unknown_name")
        : Wrong(name, $"Expected a step, a moment, form.FIELD, STEP.FIELD or DOCUMENT.number, but found '{name.Text}'.", Nearest.Hint(name.Text, names.Known(name)), "expression.unknown_name");

    public static string Kind(Typed value) => value.Kind switch
    {
        ValueKind.Number => "a number",
        ValueKind.Date or ValueKind.Moment => "a day",
        ValueKind.Truth => "yes or no",
        ValueKind.Rows => "a table",
        ValueKind.None => "none",
        _ => "text",
    };

    private Expression? AsCondition(Typed value) => value.Kind switch
    {
        ValueKind.Truth => value.Expression,
        ValueKind.Moment => new IsMarked(((MomentDay)value.Expression).Moment),
        ValueKind.Word => Unknown((NameTerm)value.Term),
        _ => Wrong(value.Term, $"Expected a condition, but {value.What} is {Kind(value)}.", value.Options is null ? "compare it, as in X = 'text'" : $"compare it with {string.Join(", ", value.Options.Take(6))}"),
    };

    private Typed? AnyTyped(Term term)
    {
        var value = Value(term);
        if (value?.Kind != ValueKind.Word) return value;
        Unknown((NameTerm)term);
        return null;
    }

    private Typed? Name(NameTerm name)
    {
        if (names.Find(name) is { } found) return found;
        if (name.Parts.Count == 1) return new Typed(name, new NoneLiteral(), ValueKind.Word, What: $"'{name.Text}'");
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
        if (to - from == 1) return members[from];
        var middle = from + (to - from + 1) / 2;
        var (left, right) = (Joined(members, from, middle, isAnd), Joined(members, middle, to, isAnd));
        return isAnd ? new Both(left, right) : new Either(left, right);
    }

    private static ValueKind KindOf(FieldValue value) => value switch
    {
        NumberValue => ValueKind.Number,
        DateValue => ValueKind.Date,
        TruthValue => ValueKind.Truth,
        _ => ValueKind.Text,
    };
}

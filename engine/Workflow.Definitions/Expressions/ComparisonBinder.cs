using System.Diagnostics;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;

namespace Workflow.Definitions.Expressions;

/// <summary>Checks that both sides of a comparison fit: an outcome its step, an option its field, numbers numbers, days days.</summary>
internal sealed class ComparisonBinder(ExpressionBinder binder)
{
    private const int OptionsShown = 8;

    public Expression? Bind(Term term) => term is InTerm one ? In(one) : Compare((CompareTerm)term);

    private Comparison? Compare(CompareTerm compare)
    {
        var left = binder.Value(compare.Left);
        if (left is { Kind: ValueKind.Word })
            return Unknown(left);
        var right = Side(compare.Right, left);
        if (left is null || right is null || !Fit(compare, left, right))
            return null;
        return new Comparison(compare.Sign, left.Expression, right.Expression);
    }

    private OneOf? In(InTerm one)
    {
        var item = binder.Value(one.Item);
        if (item is { Kind: ValueKind.Word })
            Unknown(item);
        var options = one.Options.Select(option => Side(option, item)).ToList();
        if (item is null or { Kind: ValueKind.Word } || options.Contains(null))
            return null;
        var equal = one.Options.Select((o, i) => Fit(new CompareTerm(o.At, ComparisonSign.Equal, one.Item, o), item, options[i]!)).ToList();
        return equal.Contains(false) ? null : new OneOf(item.Expression, [.. options.Select(o => o!.Expression)]);
    }

    // A bare word beside something with options is one of the options, whatever else bears its name.
    private Typed? Side(Term term, Typed? other)
    {
        // What the other side means is not known: a word beside it may be one of its options.
        if (other is null)
            return binder.Value(term);
        if (other.Options is not { } options)
            return Resolved(binder.Value(term));
        if (Word(term) is not { } word)
            return Resolved(binder.Value(term));
        if (options.Contains(word))
            return new Typed(term, new Literal(new TextValue(word)), ValueKind.Text, Things.Quoted(word));
        binder.Wrong(
            term,
            ConditionProblems.UnknownOption(other.What, word, Ways.Near(word, options, Ways.OneOf(options.Take(OptionsShown))))
        );
        return null;
    }

    private static string? Word(Term term) =>
        term switch
        {
            NameTerm { Parts.Count: 1 } name => name.Text,
            ValueTerm { Value: TextValue text } => text.Text,
            NameTerm or ValueTerm or NoneTerm or CountedTerm or SumTerm or ChainTerm or NotTerm or CompareTerm or InTerm => null,
            _ => throw new UnreachableException($"No answer for {term.GetType().Name}."),
        };

    private Typed? Resolved(Typed? value)
    {
        if (value is not { Kind: ValueKind.Word })
            return value;
        binder.Wrong(value.Term, ConditionProblems.LoneWord(value.What));
        return null;
    }

    private Comparison? Unknown(Typed word)
    {
        binder.Unknown((NameTerm)word.Term);
        return null;
    }

    private bool Fit(CompareTerm compare, Typed left, Typed right)
    {
        var equality = compare.Sign is ComparisonSign.Equal or ComparisonSign.NotEqual;
        var (a, b) = (Broad(left.Kind), Broad(right.Kind));
        if (a == ValueKind.None || b == ValueKind.None)
            return equality || binder.Wrong(compare.Right, ConditionProblems.BesideNone()) is not null;
        if (a != b || a == ValueKind.Rows)
            return binder.Wrong(
                compare.Right,
                ConditionProblems.Kinds(ExpressionBinder.Kind(left), left.What, right.What, ExpressionBinder.Kind(right))
            )
                is not null;
        return equality
            || a is ValueKind.Number or ValueKind.Date
            || binder.Wrong(compare.Right, ConditionProblems.Order(left.What, ExpressionBinder.Kind(left))) is not null;
    }

    private static ValueKind Broad(ValueKind kind) => kind == ValueKind.Moment ? ValueKind.Date : kind;
}

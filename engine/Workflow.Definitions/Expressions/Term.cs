using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Expressions;

/// <summary>An expression as written, before its names are looked up. A closed set.</summary>
internal abstract record Term(int At);

internal sealed record NameTerm(int At, IReadOnlyList<string> Parts) : Term(At)
{
    public string Text => string.Join('.', Parts);
}

internal sealed record ValueTerm(int At, FieldValue Value) : Term(At);

internal sealed record NoneTerm(int At) : Term(At);

internal sealed record NotTerm(int At, Term Inner) : Term(At);

/// <summary>A chain of one word, and or or; at least two members.</summary>
internal sealed record ChainTerm(int At, bool IsAnd, IReadOnlyList<Term> Members) : Term(At);

internal sealed record CompareTerm(int At, ComparisonSign Sign, Term Left, Term Right) : Term(At);

internal sealed record InTerm(int At, Term Item, IReadOnlyList<Term> Options) : Term(At);

/// <summary>A day so long before or after another.</summary>
internal sealed record CountedTerm(int At, Period Period, bool IsAfter, Term Day) : Term(At);

/// <summary>Two numbers, added or one less the other.</summary>
internal sealed record SumTerm(int At, bool IsPlus, Term Left, Term Right) : Term(At)
{
    public string Sign => IsPlus ? "+" : "-";
}

using System.Diagnostics;
using Workflow.Engine.Expressions;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>What a condition asks and a path does not decide. Two are one question where they read alike.</summary>
internal sealed class Question : IComparable<Question>, IEquatable<Question>
{
    private readonly Expression _subject;
    private readonly string _text;

    private Question(Expression subject, string sign, string? value)
    {
        _subject = subject;
        IsEqual = sign == "=";
        Beginning = $"{Spell.Of(subject)} {sign}";
        _text = value is null ? Beginning : $"{Beginning} {value}";
    }

    /// <summary>Whether it asks if its subject equals a value: one that equals one value equals no other.</summary>
    public bool IsEqual { get; }

    /// <summary>What it asks about and how, without the value.</summary>
    public string Beginning { get; }

    /// <summary>The names it asks about, as conditions spell them.</summary>
    public IEnumerable<string> Names => ExpressionParts.Leaves(_subject).Select(Spell.Of);

    /// <summary>The steps whose fields or outcomes it asks about.</summary>
    public IEnumerable<string> Steps => ExpressionParts.Leaves(_subject).Select(Step).OfType<string>();

    public static Question Marked(IsMarked moment) => new(moment, "marked", null);

    public static Question IsTrue(Expression subject) => new(subject, "=", "true");

    public static Question IsNone(Expression subject) => new(subject, "=", "none");

    /// <summary>Whether the left side of a comparison stands so to its right side.</summary>
    public static Question Is(Comparison compared, string sign) => new(compared.Left, sign, Spell.Of(compared.Right));

    public int CompareTo(Question? other) => string.CompareOrdinal(_text, other?._text);

    /// <inheritdoc/>
    public bool Equals(Question? other) => _text == other?._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Question);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => _text;

    private static string? Step(Expression subject) =>
        subject switch
        {
            StepField f => f.Step,
            OutcomeOf o => o.Step,
            RowStepField f => f.Step,
            RowOutcomeOf o => o.Step,
            FormField or RowField or MaterialStanding or MaterialValidity or DocumentNumber or DocumentValidity => null,
            MomentDay or IsMarked or ActDay or RemedyOrder or Literal or NoneLiteral => null,
            _ => throw new UnreachableException($"No step for {subject.GetType().Name}."),
        };
}

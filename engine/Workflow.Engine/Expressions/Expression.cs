using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Workflow.Engine.Periods;

namespace Workflow.Engine.Expressions;

/// <summary>A condition or a value over form, steps, documents and moments: total, deterministic, without clock or I/O. A closed set.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Literal), "literal")]
[JsonDerivedType(typeof(NoneLiteral), "none")]
[JsonDerivedType(typeof(OutcomeOf), "outcome")]
[JsonDerivedType(typeof(StepField), "step-field")]
[JsonDerivedType(typeof(FormField), "form")]
[JsonDerivedType(typeof(DocumentNumber), "document-number")]
[JsonDerivedType(typeof(MaterialStanding), "material")]
[JsonDerivedType(typeof(MomentDay), "moment")]
[JsonDerivedType(typeof(IsMarked), "marked")]
[JsonDerivedType(typeof(Not), "not")]
[JsonDerivedType(typeof(Both), "and")]
[JsonDerivedType(typeof(Either), "or")]
[JsonDerivedType(typeof(Comparison), "compare")]
[JsonDerivedType(typeof(OneOf), "in")]
[JsonDerivedType(typeof(PeriodBefore), "before")]
[JsonDerivedType(typeof(PeriodAfter), "after")]
[JsonDerivedType(typeof(Sum), "sum")]
[JsonDerivedType(typeof(Remainder), "difference")]
[JsonDerivedType(typeof(ActDay), "today")]
[JsonDerivedType(typeof(RemedyOrder), "remedies")]
[JsonDerivedType(typeof(DocumentValidity), "document-valid-until")]
[JsonDerivedType(typeof(MaterialValidity), "material-valid-until")]
[JsonDerivedType(typeof(RowField), "row-field")]
[JsonDerivedType(typeof(RowOutcomeOf), "row-outcome")]
[JsonDerivedType(typeof(RowStepField), "row-step-field")]
public abstract record Expression;

/// <summary>What holds or does not.</summary>
public abstract record Condition : Expression;

/// <summary>What has a value: it is compared, or is a condition where its value is yes or no.</summary>
public abstract record Operand : Expression;

/// <summary>A value written in the definition.</summary>
public sealed record Literal(FieldValue Value) : Operand;

/// <summary>The word <c>none</c>: what a step that did not apply, or a field nobody filled, holds.</summary>
public sealed record NoneLiteral : Operand;

/// <summary>The outcome of a step's latest instance as text; none before it is finished, or when it did not apply.</summary>
public sealed record OutcomeOf(string Step) : Operand;

/// <summary>A field that the actor of a step recorded, of its latest instance.</summary>
public sealed record StepField(string Step, string Field) : Operand;

/// <summary>A field of the application form.</summary>
public sealed record FormField(string Field) : Operand;

/// <summary>The number of the latest issued, not voided document of a type; none before one is issued.</summary>
public sealed record DocumentNumber(string Document) : Operand;

/// <summary>The order of remedies that the latest valid document told the parties, by its word in the language; none where none was told.</summary>
public sealed record RemedyOrder : Operand;

/// <summary>The last day on which the latest issued, not voided document of a type is valid; none before one is issued.</summary>
public sealed record DocumentValidity(string Document) : Operand;

/// <summary>The last day on which a material is valid, as whoever received it recorded; none where nobody has.</summary>
public sealed record MaterialValidity(string Material) : Operand;

/// <summary>How a material stands, as the word that conditions have for it; never none.</summary>
public sealed record MaterialStanding(string Material) : Operand;

/// <summary>The legal day of a moment; none while it is not marked.</summary>
public sealed record MomentDay(string Moment) : Operand;

/// <summary>Whether a moment is marked: what a moment's name means where a condition stands.</summary>
public sealed record IsMarked(string Moment) : Condition;

/// <summary>Negation.</summary>
public sealed record Not(Expression Inner) : Condition;

/// <summary>True when both are.</summary>
public sealed record Both(Expression Left, Expression Right) : Condition;

/// <summary>True when one is.</summary>
public sealed record Either(Expression Left, Expression Right) : Condition;

/// <summary>A comparison. With none on one side only <see cref="ComparisonSign.Equal"/> and <see cref="ComparisonSign.NotEqual"/> can be true.</summary>
public sealed record Comparison(ComparisonSign Sign, Expression Left, Expression Right) : Condition;

/// <summary>Whether a value is one of several.</summary>
public sealed record OneOf(Expression Item, ImmutableArray<Expression> Options) : Condition;

/// <summary>The day a period before another day; counted back, never rolled later.</summary>
public sealed record PeriodBefore(Period Period, Expression Day) : Operand;

/// <summary>The day a period after another day; that day itself is not counted, and the last is never rolled.</summary>
public sealed record PeriodAfter(Period Period, Expression Day) : Operand;

/// <summary>Two numbers added. One that nobody entered adds nothing; none where neither was entered.</summary>
public sealed record Sum(Expression Left, Expression Right) : Operand;

/// <summary>A number less another. One that nobody entered takes nothing away; none where neither was entered.</summary>
public sealed record Remainder(Expression Left, Expression Right) : Operand;

/// <summary>The day of the act that is checked: it stands in the bounds of a day alone, because a condition has no clock.</summary>
public sealed record ActDay : Operand;

/// <summary>A column of the row that is asked about; none outside of a row.</summary>
/// <param name="Table">The table field.</param>
/// <param name="Column">The column.</param>
public sealed record RowField(string Table, string Column) : Operand
{
    /// <summary>The step that fills the table; null for a table of the form.</summary>
    public string? Step { get; init; }
}

/// <summary>What a step that opens once per row came to for the row that is asked about, in its latest instance; none outside of a row.</summary>
/// <param name="Step">The step, for whose rows the same table stands.</param>
public sealed record RowOutcomeOf(string Step) : Operand;

/// <summary>A field that the actor of such a step recorded for the row that is asked about; none outside of a row.</summary>
/// <param name="Step">The step.</param>
/// <param name="Field">The field.</param>
public sealed record RowStepField(string Step, string Field) : Operand;

/// <summary>The six signs of comparison.</summary>
public enum ComparisonSign
{
    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    AtMost,

    /// <summary><c>&gt;</c></summary>
    More,

    /// <summary><c>&gt;=</c></summary>
    AtLeast,
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Workflow.Engine.Expressions;

/// <summary>A value that a form field, a step's field or an expression holds. A closed set.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(TextValue), "text")]
[JsonDerivedType(typeof(NumberValue), "number")]
[JsonDerivedType(typeof(DateValue), "date")]
[JsonDerivedType(typeof(TruthValue), "yes-no")]
[JsonDerivedType(typeof(RowsValue), "rows")]
[JsonDerivedType(typeof(SealedValue), "sealed")]
public abstract record FieldValue;

/// <summary>Text, one of the options of a choice, an office's or a person's id.</summary>
/// <param name="Text">The text; may be empty.</param>
public sealed record TextValue(string Text) : FieldValue
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A decimal number in the field's unit.</summary>
/// <param name="Number">The number.</param>
public sealed record NumberValue(decimal Number) : FieldValue
{
    /// <inheritdoc/>
    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A legal day.</summary>
/// <param name="Date">The day.</param>
public sealed record DateValue(DateOnly Date) : FieldValue
{
    /// <inheritdoc/>
    public override string ToString() => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Yes or no.</summary>
/// <param name="Yes">True for yes.</param>
public sealed record TruthValue(bool Yes) : FieldValue
{
    /// <inheritdoc/>
    public override string ToString() => Yes ? "yes" : "no";
}

/// <summary>Rows of a table field, in the order they were entered.</summary>
/// <param name="Rows">Each row's values by column id; may be empty.</param>
public sealed record RowsValue(ImmutableArray<ImmutableSortedDictionary<string, FieldValue>> Rows) : FieldValue
{
    /// <inheritdoc/>
    public override string ToString() => $"{Rows.Length} rows";
}

/// <summary>A personal value that lives in the case's vault; the ledger knows only its salted hash.</summary>
/// <param name="Sha256">Lower-case hex of SHA-256 over salt and value.</param>
public sealed record SealedValue(string Sha256) : FieldValue
{
    /// <summary>How the words for a sealed value begin; nobody may write them.</summary>
    public const string Mark = "[sealed ";

    /// <summary>The regular expression of these words; its group is the beginning of the hash.</summary>
    public const string Pattern = @"\[sealed ([0-9a-f]{8})\]";

    /// <inheritdoc/>
    public override string ToString() => $"{Mark}{Sha256[..Math.Min(8, Sha256.Length)]}]";
}

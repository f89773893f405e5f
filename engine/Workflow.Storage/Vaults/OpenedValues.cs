using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;

namespace Workflow.Storage.Vaults;

/// <summary>
/// The personal values of a case, opened: the ledger's references turned back into what people entered. What was erased stays a
/// reference. Whoever hands them out logs it before the answer leaves.
/// </summary>
public sealed partial class OpenedValues
{
    private readonly FrozenDictionary<string, FieldValue> _values;

    internal OpenedValues(IEnumerable<KeyValuePair<string, FieldValue>> values) =>
        _values = values.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Nothing opened: every reference stays.</summary>
    public static OpenedValues None { get; } = new([]);

    /// <summary>Returns a value with what is sealed in it opened, columns of tables included.</summary>
    public FieldValue Open(FieldValue value) =>
        value switch
        {
            SealedValue sealedOne => _values.GetValueOrDefault(sealedOne.Sha256, sealedOne),
            RowsValue table => new RowsValue([.. table.Rows.Select(Open)]),
            TextValue or NumberValue or DateValue or TruthValue => value,
            _ => throw new UnreachableException($"No answer for {value.GetType().Name}."),
        };

    /// <summary>The same for values by their field.</summary>
    public ImmutableSortedDictionary<string, FieldValue> Open(ImmutableSortedDictionary<string, FieldValue> values) =>
        values.ToImmutableSortedDictionary(v => v.Key, v => Open(v.Value), StringComparer.Ordinal);

    /// <summary>Returns the text of a paper as it went out: where the ledger's text has a reference, the value stands.</summary>
    /// <param name="text">The text as the ledger has it; its hash there is of the text with the references.</param>
    public string Legible(string text) => Reference().Replace(text, mark => Meant(mark.Groups[1].Value) ?? mark.Value);

    // A reference shows the beginning of a hash; two values of one case that begin alike stay references.
    private string? Meant(string beginning) =>
        _values.Where(v => v.Key.StartsWith(beginning, StringComparison.Ordinal)).Take(2).ToList() is [var only]
            ? PlainText.OnOneLine($"{only.Value}")
            : null;

    [GeneratedRegex(SealedValue.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}

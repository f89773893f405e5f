using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;

namespace Workflow.Storage.Vaults;

/// <summary>A value as the vault keeps it.</summary>
/// <param name="Hash">Lower-case hex of SHA-256 over salt and value in UTF-8.</param>
/// <param name="Salt">Lower-case hex.</param>
/// <param name="Value">The value's JSON.</param>
internal sealed record VaultRow(string Hash, string Salt, string Value);

/// <summary>Seals the values of fields marked personal, columns of tables included.</summary>
internal sealed class FieldSealer(Func<byte[]> chance)
{
    private readonly List<VaultRow> _rows = [];

    /// <summary>What was sealed so far.</summary>
    internal ImmutableArray<VaultRow> Rows => [.. _rows];

    internal ImmutableSortedDictionary<string, FieldValue> Seal(
        ImmutableSortedDictionary<string, FieldValue> values,
        ImmutableArray<Field> fields
    )
    {
        foreach (var field in fields)
        {
            if (values.TryGetValue(field.Id, out var value))
                values = values.SetItem(field.Id, Seal(value, field));
        }

        return values;
    }

    private FieldValue Seal(FieldValue value, Field field) =>
        value switch
        {
            SealedValue => value,
            // What is not valid stays as it is: the decider refuses it, and a refused value is kept nowhere.
            _ when field.Personal => FieldChecks.Check(field, value) is null ? Seal(value) : value,
            RowsValue table => new RowsValue([.. table.Rows.Select(row => Seal(row, field.Columns))]),
            TextValue or NumberValue or DateValue or TruthValue => value,
            _ => throw new UnreachableException($"No answer for {value.GetType().Name}."),
        };

    private SealedValue Seal(FieldValue value)
    {
        var row = Vault.Seal(LedgerJson.Write(value), chance);
        _rows.Add(row);
        return new SealedValue(row.Hash);
    }
}

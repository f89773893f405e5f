using System.Collections.Immutable;
using Workflow.Engine.Expressions;

namespace Workflow.Engine.Deciding.Rows;

/// <summary>Rows of table fields, compared by what stands in them.</summary>
internal static class TableRows
{
    internal static bool AreSame(FieldValue? one, FieldValue? other) =>
        one is RowsValue { Rows: var rows } && other is RowsValue { Rows: var others }
            ? rows.Length == others.Length && rows.Zip(others).All(pair => AreSame(pair.First, pair.Second))
            : Equals(one, other);

    internal static bool AreSame(ImmutableSortedDictionary<string, FieldValue> one, ImmutableSortedDictionary<string, FieldValue> other) =>
        one.SequenceEqual(other);
}

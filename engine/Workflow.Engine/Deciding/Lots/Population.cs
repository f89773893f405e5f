using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Lots;

/// <summary>What is drawn from: the rows of a table of the form, in their order.</summary>
/// <param name="Rows">The rows.</param>
public sealed record Population(ImmutableArray<ImmutableSortedDictionary<string, FieldValue>> Rows)
{
    /// <summary>Returns the population of a draw as the form has it now; empty where the form has no such table.</summary>
    public static Population Of(DrawNode node, CaseState state) => Of(state.Form.GetValueOrDefault(node.From));

    internal static Population Of(FieldValue? table) => new((table as RowsValue)?.Rows ?? []);

    /// <summary>How many rows there are.</summary>
    public int Size => Rows.Length;

    /// <summary>Lower-case hex of SHA-256 over the rows' stored texts in UTF-8, each row by itself as a table of one row, joined by line feeds. Personal values stand in it by their own salted hashes.</summary>
    public string Hash => LedgerJson.Hash(string.Join('\n', Rows.Select(row => LedgerJson.Write(new RowsValue([row])))));

    /// <summary>The hash by which draws without a seal name their population.</summary>
    public string PlainHash => LedgerJson.Hash(string.Join('\n', Rows.Select(r => string.Join('\t', r.Select(v => $"{v.Key}={v.Value}")))));
}

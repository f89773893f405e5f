using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Lots;

/// <summary>The rows for which a step opens once each: those of a table, or those drawn by lot.</summary>
internal static class LotRows
{
    /// <summary>The keys of a step's rows as they are now, in the order of the table or of the draw.</summary>
    internal static List<string> KeysOf(CaseState state, WorkNode node) =>
        [.. Rows(state, node).Select(row => StepKey.OfRow(node.Id, row))];

    /// <summary>A step's rows as they are now, counted from 1, in the order of the table or of the draw.</summary>
    internal static IEnumerable<int> Rows(CaseState state, WorkNode node) =>
        node.ForEachDrawn is { } draw
            ? state.Steps.GetValueOrDefault(draw)?.Drawn ?? []
            : Enumerable.Range(1, FilledTables.RowsOf(state, node).Length);
}

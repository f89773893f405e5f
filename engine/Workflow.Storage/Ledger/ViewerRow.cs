using Workflow.Engine.Evidence;
using Workflow.Engine.Record.State;

namespace Workflow.Storage.Ledger;

/// <summary>A row of viewer_rows: one of those for whom a case is.</summary>
internal sealed record ViewerRow(string Case, string Viewer)
{
    internal static IEnumerable<ViewerRow> Of(CaseState state) => CaseRows.Viewers(state).Select(viewer => new ViewerRow(state.Number, viewer));
}

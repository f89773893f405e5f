using System.Data.Common;
using Dapper;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.State;

namespace Workflow.Storage.Ledger;

/// <summary>A row of viewer_rows: one of those for whom a case is.</summary>
internal sealed record ViewerRow(string Case, string Viewer)
{
    private const string Find = "select viewer from viewer_rows where case_no = @number";

    internal static IEnumerable<ViewerRow> Live(string number, DbConnection connection) =>
        connection.Query<string>(Find, new { number }).Select(viewer => new ViewerRow(number, viewer));

    internal static IEnumerable<ViewerRow> Of(CaseState state) =>
        CaseRows.Viewers(state).Select(viewer => new ViewerRow(state.Number, viewer.Written));
}

using System.Data.Common;
using Dapper;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Ledger;

/// <summary>A row of heads, as it is stored.</summary>
internal sealed record HeadRow(
    string Case,
    long Entries,
    string Hash,
    string LastAt,
    string Stage,
    string Process,
    string Definition,
    string LodgedOn,
    string? Result,
    string? DueOn,
    string? Party,
    string Viewers
)
{
    private const string Find = """
        select case_no as "Case", entry_no as Entries, hash as Hash, last_at as LastAt, stage as Stage, process as Process,
            definition as Definition, lodged_on as LodgedOn, result as Result, due_on as DueOn, party as Party, viewers as Viewers
        from heads where case_no = @number
        """;

    internal static HeadRow Of(CaseState state, string hash) =>
        new(
            state.Number,
            state.Entries,
            hash,
            state.LastAt.Text(),
            state.Stage.ToString(),
            state.Process,
            state.Definition,
            state.LodgedOn.Text(),
            state.Result,
            state.Clocks.Values.Where(c => c.IsOpen).Select(c => (DateOnly?)c.DueOn).Min().Text(),
            state.Parties is [var first, ..] ? first.Name : null,
            string.Concat(CaseRows.Viewers(state).Select(v => $"\n{v}\n"))
        );

    internal static IEnumerable<HeadRow> Live(string number, DbConnection connection) => connection.Query<HeadRow>(Find, new { number });
}

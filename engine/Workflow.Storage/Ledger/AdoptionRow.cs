using System.Data.Common;
using Dapper;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Ledger;

/// <summary>A row of adoption_rows: the number that a case had in another system.</summary>
internal sealed record AdoptionRow(string Case, string System, string Number)
{
    private const string Insert = "insert into adoption_rows (case_no, system, number) values (@p0, @p1, @p2)";

    private const string Find = "select case_no as CaseNo, system as System, number as Number from adoption_rows where case_no = @number";

    internal static IEnumerable<AdoptionRow> Of(CaseState after, IReadOnlyList<CaseEvent> events) =>
        events.OfType<CaseAdopted>().Select(e => new AdoptionRow(after.Number, e.System, e.NumberThere));

    internal static IEnumerable<AdoptionRow> Live(string number, DbConnection connection) =>
        connection.Query<AdoptionColumns>(Find, new { number }).Select(r => new AdoptionRow(r.CaseNo, r.System, r.Number));

    internal void Put(WriteSession session) => session.Prepared(Insert, 3).Run(Case, System, Number);

    private sealed record AdoptionColumns(string CaseNo, string System, string Number);
}

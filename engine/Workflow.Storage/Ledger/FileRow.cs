using System.Data.Common;
using Dapper;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Ledger;

/// <summary>A row of file_rows: an entry names a stored file.</summary>
internal sealed record FileRow(string Case, long Entry, int Place, string Sha256)
{
    private const string Insert = "insert into file_rows (case_no, entry_no, place, sha256) values (@p0, @p1, @p2, @p3)";

    private const string Find =
        "select case_no as CaseNo, entry_no as EntryNo, place as Place, sha256 as Sha256 from file_rows where case_no = @number";

    internal static IEnumerable<FileRow> Of(CaseState after, IReadOnlyList<CaseEvent> events) =>
        from happened in events.Index()
        where happened.Item is FileAttached
        select new FileRow(after.Number, after.Entries, happened.Index, ((FileAttached)happened.Item).Sha256);

    internal static IEnumerable<FileRow> Live(string number, DbConnection connection) =>
        connection.Query<FileColumns>(Find, new { number }).Select(r => new FileRow(r.CaseNo, r.EntryNo, (int)r.Place, r.Sha256));

    internal void Put(WriteSession session) => session.Prepared(Insert, 4).Run(Case, Entry, (long)Place, Sha256);

    private sealed record FileColumns(string CaseNo, long EntryNo, long Place, string Sha256);
}

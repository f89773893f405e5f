using System.Data.Common;
using Dapper;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Ledger;

/// <summary>A row of copy_rows: a copy sent to a person, or to whoever holds a post. An entry's moment is written with it and is no part of the comparison.</summary>
internal sealed record CopyRow(string Case, long Entry, int Place, string Reader, string Step)
{
    private const string Insert =
        "insert into copy_rows (case_no, entry_no, place, reader, step, sent_at) values (@p0, @p1, @p2, @p3, @p4, @p5)";

    private const string Find = """
        select case_no as CaseNo, entry_no as EntryNo, place as Place, reader as Reader, step as Step from copy_rows
        where case_no = @number
        """;

    internal static IEnumerable<CopyRow> Of(CaseState after, IReadOnlyList<CaseEvent> events) =>
        from happened in events.Index()
        where happened.Item is CopySent
        let copy = (CopySent)happened.Item
        from reader in copy.To.Select(ReaderOf).OfType<Recipient>().Distinct()
        select new CopyRow(after.Number, after.Entries, happened.Index, reader.Written, copy.Step ?? "");

    internal static IEnumerable<CopyRow> Live(string number, DbConnection connection) =>
        connection.Query<CopyColumns>(Find, new { number }).Select(r => new CopyRow(r.CaseNo, r.EntryNo, (int)r.Place, r.Reader, r.Step));

    internal void Put(DateTimeOffset at, WriteSession session) =>
        session.Prepared(Insert, 6).Run(Case, Entry, (long)Place, Reader, Step, at.Text());

    private static Recipient? ReaderOf(Entitlement to) =>
        to switch
        {
            { Person: { } person } => Recipient.Person(person),
            { Organisation: { } organisation, Role: { } role } => Recipient.Post(new Post(organisation, role)),
            _ => null,
        };

    private sealed record CopyColumns(string CaseNo, long EntryNo, long Place, string Reader, string Step);
}

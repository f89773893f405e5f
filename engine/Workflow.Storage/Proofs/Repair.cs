using Dapper;
using Workflow.Engine.Evidence;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Publishing;

namespace Workflow.Storage.Proofs;

/// <summary>Writes the rows that a case's ledger entails, inside the writer's transaction.</summary>
internal sealed class Repair(PublishedProcesses processes)
{
    private const string Entries = $"{LedgerScan.Columns} where case_no = @number order by entry_no";

    /// <summary>Replaces a case's rows; of a case without entries it deletes them.</summary>
    internal int Run(string number, WriteSession session)
    {
        var entries = Read(number, session);
        if (entries.Count == 0) return LiveRows.Tables.Sum(table => Delete(table, number, session));
        var (expected, live) = (Projection.Of(entries, processes), LiveRows.Of(number, session.Connection));
        Delete("heads", number, session);
        Delete("viewer_rows", number, session);
        new EntryWriter(session).Insert(expected.Heads[0], expected.Viewers);
        var rows = new RowWriter(session);
        rows.Clocks(live.Clocks, expected.Clocks);
        rows.Inbox(live.Inbox, expected.Inbox);
        Messages(expected, live, session, rows);
        Delete("copy_rows", number, session);
        foreach (var row in expected.Copies) row.Put(expected.Moments[row.Entry], session);
        Delete("adoption_rows", number, session);
        foreach (var row in expected.Adoptions) row.Put(session);
        return entries.Count;
    }

    /// <summary>Sets every series to what the whole ledger used, in one transaction: in between, a number could be given twice.</summary>
    internal int Serials(WriteSession session)
    {
        var highest = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var entry in session.Connection.Read(LedgerScan.Columns, StoredEntry.Of).Select(e => e.Read()))
        {
            foreach (var (series, next) in NextSerials.After(entry.Stamp.Facts, entry.Events))
                highest[series] = Math.Max(highest.GetValueOrDefault(series), next);
        }

        session.Connection.Execute("delete from serials");
        foreach (var (series, next) in highest) new EntryWriter(session).Raise(series, next);
        return highest.Count;
    }

    private static void Messages(Projection expected, Projection live, WriteSession session, RowWriter rows)
    {
        foreach (var row in live.Messages.Except(expected.Messages)) Delete("outbox_rows", row.Case, row.Entry, row.Place, session);
        foreach (var row in live.Pending.Except(expected.Pending)) Delete("pending_rows", row.Case, row.Entry, row.Place, session);
        foreach (var row in live.Files.Except(expected.Files)) Delete("file_rows", row.Case, row.Entry, row.Place, session);
        foreach (var row in live.Assignments.Except(expected.Assignments)) Delete("assignment_rows", row.Case, row.Entry, row.Place, session);
        foreach (var row in expected.Messages.Except(live.Messages)) rows.Put(row, expected.Moments[row.Entry]);
        foreach (var row in expected.Pending.Except(live.Pending)) rows.Put(row, expected.Moments[row.Entry]);
        foreach (var row in expected.Files.Except(live.Files)) rows.Put(row);
        foreach (var row in expected.Assignments.Except(live.Assignments)) rows.Put(row);
    }

    private static List<StoredEntry> Read(string number, WriteSession session) => [.. session.Connection.Read(Entries, StoredEntry.Of, new { number })];

    private static int Delete(string table, string number, WriteSession session) =>
        session.Connection.Execute($"delete from {table} where case_no = @number", new { number });

    private static int Delete(string table, string number, long entry, int place, WriteSession session) =>
        session.Connection.Execute($"delete from {table} where case_no = @number and entry_no = @entry and place = @place", new { number, entry, place });
}

using Dapper;
using Workflow.Engine.Evidence;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Proofs.Rebuilding;

/// <summary>Writes the rows that a case's ledger entails, inside the writer's transaction.</summary>
internal sealed class Repair(PublishedProcesses processes)
{
    private const string Entries = $"{LedgerScan.Columns} where case_no = @number order by entry_no";

    /// <summary>Replaces a case's rows; of a case without entries it deletes them.</summary>
    internal int Run(string number, WriteSession session)
    {
        var entries = Read(number, session);
        if (entries.Count == 0)
            return Projection.TableNames.Sum(table => Delete(table, number, session));
        var (expected, live) = (Projection.Of(entries, processes), LiveRows.Of(number, session.Connection));
        Anew(number, expected, session);
        var rows = new RowWriter(session);
        rows.Clocks(live.Clocks, expected.Clocks);
        rows.Inbox(live.Inbox, expected.Inbox);
        rows.Numbers(live.Numbers, expected.Numbers);
        Sent(expected, live, rows, session);
        Named(expected, live, session);
        return entries.Count;
    }

    // Rows that hold nothing but what the ledger entails.
    private static void Anew(string number, Projection expected, WriteSession session)
    {
        foreach (var table in (string[])["heads", "viewer_rows", "copy_rows", "adoption_rows"])
            Delete(table, number, session);
        new EntryWriter(session).Insert(expected.Heads[0], expected.Viewers);
        foreach (var row in expected.Copies)
            row.Put(expected.Moments[row.Entry], session);
        foreach (var row in expected.Adoptions)
            row.Put(session);
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
        foreach (var (series, next) in highest)
            new EntryWriter(session).Raise(series, next);
        return highest.Count;
    }

    // Rows that also hold what became of them, such as when a message was sent: those that are right stay.
    private static void Sent(Projection expected, Projection live, RowWriter rows, WriteSession session)
    {
        foreach (var row in live.Messages.Except(expected.Messages))
            Delete("outbox_rows", row.Case, row.Entry, row.Place, session);
        foreach (var row in live.Pending.Except(expected.Pending))
            Delete("pending_rows", row.Case, row.Entry, row.Place, session);
        foreach (var row in expected.Messages.Except(live.Messages))
            rows.Put(row, expected.Moments[row.Entry]);
        foreach (var row in expected.Pending.Except(live.Pending))
            rows.Put(row, expected.Moments[row.Entry]);
    }

    private static void Named(Projection expected, Projection live, WriteSession session)
    {
        foreach (var row in live.Files.Except(expected.Files))
            Delete("file_rows", row.Case, row.Entry, row.Place, session);
        foreach (var row in live.Assignments.Except(expected.Assignments))
            Delete("assignment_rows", row.Case, row.Entry, row.Place, session);
        foreach (var row in expected.Files.Except(live.Files))
            row.Put(session);
        foreach (var row in expected.Assignments.Except(live.Assignments))
            row.Put(session);
    }

    private static List<StoredEntry> Read(string number, WriteSession session) =>
        [.. session.Connection.Read(Entries, StoredEntry.Of, new { number })];

    private static int Delete(string table, string number, WriteSession session) =>
        session.Connection.Execute($"delete from {table} where case_no = @number", new { number });

    private static int Delete(string table, string number, long entry, int place, WriteSession session) =>
        session.Connection.Execute(
            $"delete from {table} where case_no = @number and entry_no = @entry and place = @place",
            new
            {
                number,
                entry,
                place,
            }
        );
}

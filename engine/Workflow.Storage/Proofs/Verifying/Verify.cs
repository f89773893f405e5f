using System.Data.Common;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Content;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Proofs.Walks;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs.Verifying;

/// <summary>
/// Checks every chain over the stored bytes, of cases and access logs, the seals over them, and everything else that a hash is
/// known of: definitions, calendars, vault, attachments, the columns of access records, and the seeds of lots not drawn yet.
/// Only receipts from outside prove anything to one who mistrusts the database.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="receipts">What lies outside; null for nothing.</param>
public sealed class Verify(Database database, IEnumerable<OutsideReceipt>? receipts = null)
{
    // Often enough for a person to see it move, rarely enough to cost nothing.
    private const int ProgressEvery = 1_000;

    /// <summary>Verifies the ledger in one snapshot, beside live work.</summary>
    /// <param name="progress">Told how many entries were checked; null for nobody.</param>
    /// <param name="cancellation">Stops between cases.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public VerifyReport Run(IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        using var scan = new LedgerScan(database);
        var check = new LedgerCheck(new Extent(), receipts ?? []);
        Texts(scan.Connection, check);
        foreach (var seal in SealRows.From(scan.Connection).ToList())
            check.Seal(seal, [.. SealRows.Leaves(scan.Connection, seal.Number)]);
        Entries(scan, check, progress, cancellation);
        Heads(scan.Connection, check);
        Beside(scan.Connection, check);
        progress?.Report(check.Entries);
        return check.Report();
    }

    private static void Texts(DbConnection connection, LedgerCheck check)
    {
        foreach (var (digest, json) in connection.Pairs("select digest, json from definitions order by digest"))
            check.Text(LedgerText.Definition(digest), json);
        foreach (var (digest, canonical) in connection.Pairs("select digest, canonical from calendars order by digest"))
            check.Text(LedgerText.Calendar(digest), canonical);
    }

    private static void Entries(LedgerScan scan, LedgerCheck check, IProgress<long>? progress, CancellationToken cancellation)
    {
        foreach (var entry in scan.Entries())
        {
            cancellation.ThrowIfCancellationRequested();
            check.Entry(SealLeaf.Case, entry);
            if (check.Entries % ProgressEvery == 0)
                progress?.Report(check.Entries);
        }

        foreach (var entry in scan.AccessEntries())
            check.Entry(SealLeaf.Access, entry);
    }

    private static void Heads(DbConnection connection, LedgerCheck check)
    {
        check.Heads(SealLeaf.Case, Heads("select case_no, entry_no, hash from heads", connection));
        check.Heads(SealLeaf.Access, Heads("select log, entry_no, hash from access_heads", connection));
    }

    // Everything that stands beside the chains and of which a hash is known.
    private void Beside(DbConnection connection, LedgerCheck check)
    {
        foreach (var fault in DatabaseCheck.Wrong(connection, database.Dialect))
            check.Fault(fault);
        check.Files(connection.Read("select sha256 from attachments", r => r.GetString(0)).ToHashSet(StringComparer.Ordinal));
        foreach (var fault in VaultCheck.ChangedValues(connection))
            check.Fault(fault);
        foreach (var wrong in VaultCheck.ChangedFiles(connection))
            check.File(wrong);
        foreach (var fault in VaultCheck.SeedsGone(connection, check.Waiting))
            check.Fault(fault);
        foreach (var fault in PublicationCheck.Wrong(connection))
            check.Fault(fault);
        foreach (var (log, number, finding) in AccessColumns.Wrong(connection))
            check.Fault(new LedgerFault(LedgerPlaces.AccessLog(log), number, finding));
    }

    private static Dictionary<string, (long Entries, string Hash)> Heads(string sql, DbConnection connection) =>
        connection
            .Read(sql, r => (Name: r.GetString(0), Head: (r.GetInt64(1), r.GetString(2))))
            .ToDictionary(h => h.Name, h => h.Head, StringComparer.Ordinal);
}

using System.Data.Common;
using Workflow.Engine.Messages;
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

    /// <summary>The schema files of tables that whoever works with the ledger keeps beside it, as a connection finds them; null for none.</summary>
    public Func<DbConnection, IEnumerable<string>>? Beside { get; init; }

    /// <summary>The moment of verifying, after which nothing can have been; null where days are simulated.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Verifies the ledger in one snapshot, beside live work: chains first, and each part by itself.</summary>
    /// <param name="progress">Told how many entries were checked; null for nobody.</param>
    /// <param name="cancellation">Stops between cases.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public VerifyReport Run(IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        using var scan = new LedgerScan(database);
        var check = new LedgerCheck(new Extent { Now = Now }, receipts ?? []);
        foreach (var (part, examine) in Parts(scan, check, progress, cancellation))
            if (LedgerParts.Unread(database, part, examine) is { } unread)
                check.Fault(unread);
        progress?.Report(check.Entries);
        return check.Report();
    }

    private IEnumerable<(Message Part, Action Examine)> Parts(
        LedgerScan scan,
        LedgerCheck check,
        IProgress<long>? progress,
        CancellationToken cancellation
    )
    {
        var connection = scan.Connection;
        yield return (LedgerParts.Texts, () => Texts(connection, check));
        yield return (LedgerParts.Seals, () => Seals(connection, check));
        yield return (LedgerParts.Entries, () => Entries(scan, check, progress, cancellation));
        yield return (LedgerParts.Access, () => AccessEntries(scan, check));
        yield return (LedgerParts.Heads, () => Heads(connection, check));
        yield return (LedgerParts.Database, () => Faults(check, DatabaseCheck.Wrong(connection, database.Dialect, Kept(connection))));
        yield return (LedgerParts.Files, () => Files(connection, check));
        yield return (LedgerParts.Publications, () => Faults(check, PublicationCheck.Wrong(connection)));
        yield return (LedgerParts.Access, () => Faults(check, AccessColumns.Wrong(connection).Select(OfAccess)));
        yield return (LedgerParts.Duties, () => Duties(connection, check));
    }

    private static void Faults(LedgerCheck check, IEnumerable<LedgerFault> faults)
    {
        foreach (var fault in faults)
            check.Fault(fault);
    }

    private static void Duties(DbConnection connection, LedgerCheck check)
    {
        foreach (var undone in DutyCheck.All(connection))
            check.Undone(undone);
    }

    private IEnumerable<string> Kept(DbConnection connection) => Beside?.Invoke(connection) ?? [];

    private static void Texts(DbConnection connection, LedgerCheck check)
    {
        foreach (var (digest, json) in connection.Pairs("select digest, json from definitions order by digest"))
            check.Text(LedgerText.Definition(digest), json);
        foreach (var (digest, canonical) in connection.Pairs("select digest, canonical from calendars order by digest"))
            check.Text(LedgerText.Calendar(digest), canonical);
    }

    private static void Seals(DbConnection connection, LedgerCheck check)
    {
        foreach (var seal in SealRows.From(connection).ToList())
            check.Seal(seal, [.. SealRows.Leaves(connection, seal.Number)]);
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
    }

    private static void AccessEntries(LedgerScan scan, LedgerCheck check)
    {
        foreach (var entry in scan.AccessEntries())
            check.Entry(SealLeaf.Access, entry);
    }

    private static void Heads(DbConnection connection, LedgerCheck check)
    {
        check.Heads(SealLeaf.Case, Heads("select case_no, entry_no, hash from heads", connection));
        check.Heads(SealLeaf.Access, Heads("select log, entry_no, hash from access_heads", connection));
    }

    private static void Files(DbConnection connection, LedgerCheck check)
    {
        check.Files(connection.Read("select sha256 from attachments", r => r.GetString(0)).ToHashSet(StringComparer.Ordinal));
        Faults(check, VaultCheck.ChangedValues(connection));
        foreach (var wrong in VaultCheck.ChangedFiles(connection))
            check.File(wrong);
        Faults(check, VaultCheck.SeedsGone(connection, check.Waiting));
    }

    private static LedgerFault OfAccess((string Log, long Number, Message Finding) wrong) =>
        new(LedgerPlaces.AccessLog(wrong.Log), wrong.Number, wrong.Finding);

    private static Dictionary<string, (long Entries, string Hash)> Heads(string sql, DbConnection connection) =>
        connection
            .Read(sql, r => (Name: r.GetString(0), Head: (r.GetInt64(1), r.GetString(2))))
            .ToDictionary(h => h.Name, h => h.Head, StringComparer.Ordinal);
}

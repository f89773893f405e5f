using System.Text;
using Dapper;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Exports;

/// <summary>Writes a ledger, or one case of it, so that it can be verified without the database: line by line, from one snapshot.</summary>
/// <param name="database">The database.</param>
public sealed class LedgerExport(Database database)
{
    private static readonly UTF8Encoding Utf8 = new(false);

    /// <summary>Writes an export and returns how many entries of cases it holds; zero when there is no such case.</summary>
    /// <param name="into">Where to; it is not closed.</param>
    /// <param name="onlyCase">The one case; null for the whole ledger with its access logs.</param>
    /// <param name="attachments">Whether the contents of attachments go with it.</param>
    /// <param name="at">The moment.</param>
    /// <param name="cancellation">Stops between entries.</param>
    public long Write(Stream into, string? onlyCase, bool attachments, DateTimeOffset at, CancellationToken cancellation)
    {
        using var scan = new LedgerScan(database);
        using var text = new StreamWriter(into, Utf8, leaveOpen: true) { NewLine = "\n" };
        var head = new HeadOfExport(HeadOfExport.CurrentVersion, Made(scan, at).ToUniversalTime(), onlyCase, attachments ? true : null);
        var (lines, entries) = (0L, 0L);
        foreach (var line in new ExportLines(scan, onlyCase).All(attachments).Prepend(head))
        {
            cancellation.ThrowIfCancellationRequested();
            text.WriteLine(SealJson.Write(line));
            lines++;
            if (line is EntryLine)
                entries++;
        }

        text.WriteLine(SealJson.Write<ExportLine>(new EndLine(lines)));
        return entries;
    }

    // Never before what it holds: a ledger may have been kept by a clock that was ahead of this one.
    private static DateTimeOffset Made(LedgerScan scan, DateTimeOffset at)
    {
        var last = scan.Connection.QuerySingle<string?>(LastMoment);
        var seal = SealRows.Last(scan.Connection);
        DateTimeOffset[] all =
        [
            at,
            last is null ? at : Stored.Read(StoredThing.Moment(), () => SqlText.Instant(last)),
            seal is null ? at : Stored.Read(StoredThing.Seal(seal.Number), seal.Read).At,
        ];
        return all.Max();
    }

    private const string LastMoment =
        "select max(at) from (select max(last_at) as at from heads union all select max(recorded_at) from access_entries)";
}

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
        var (lines, entries) = (0L, 0L);
        foreach (var line in Lines(scan, onlyCase, attachments, Made(scan, at)))
        {
            cancellation.ThrowIfCancellationRequested();
            text.WriteLine(SealJson.Write(line));
            lines++;
            if (line is EntryLine) entries++;
        }

        text.WriteLine(SealJson.Write<ExportLine>(new EndLine(lines)));
        return entries;
    }

    // Never before what it holds: a ledger may have been kept by a clock that was ahead of this one.
    private static DateTimeOffset Made(LedgerScan scan, DateTimeOffset at)
    {
        var last = scan.Connection.QuerySingle<string?>(LastMoment) is { } text ? Stored.Read("the moment of a row", () => SqlText.Instant(text)) : at;
        var seal = SealRows.Last(scan.Connection);
        return new[] { at, last, seal is null ? at : Stored.Read($"seal {seal.Number}", seal.Read).At }.Max();
    }

    private static IEnumerable<ExportLine> Lines(LedgerScan scan, string? onlyCase, bool attachments, DateTimeOffset at)
    {
        IEnumerable<ExportLine> head = [new HeadOfExport(HeadOfExport.CurrentVersion, at.ToUniversalTime(), onlyCase, attachments ? true : null)];
        (HashSet<string> Definitions, HashSet<string> Calendars)? named = onlyCase is null ? null : Named(scan, onlyCase);
        return head
            .Concat(Definitions(scan, named?.Definitions)).Concat(Calendars(scan, named?.Calendars))
            .Concat(onlyCase is null ? Seals(scan) : Seals(scan, onlyCase)).Concat(Tokens(scan))
            .Concat((onlyCase is null ? scan.Entries() : scan.Entries(onlyCase)).Select(e => new EntryLine(e.CaseNo, e.EntryNo, e.Hash, e.Body)))
            .Concat(onlyCase is null ? scan.AccessEntries().Select(e => new AccessLine(e.CaseNo, e.EntryNo, e.Hash, e.Body)) : [])
            .Concat(attachments ? Files(scan, onlyCase) : []);
    }

    private static (HashSet<string> Definitions, HashSet<string> Calendars) Named(LedgerScan scan, string number)
    {
        var entries = scan.Entries(number).Select(e => e.Read()).ToList();
        return ([.. entries.Select(e => e.Definition)], [.. entries.Select(e => e.Stamp.Facts.Calendar)]);
    }

    private static IEnumerable<ExportLine> Definitions(LedgerScan scan, HashSet<string>? only) =>
        scan.Connection.Pairs("select digest, json from definitions order by digest")
            .Where(d => only?.Contains(d.First) ?? true).Select(d => new DefinitionLine(d.First, d.Second));

    private static IEnumerable<ExportLine> Calendars(LedgerScan scan, HashSet<string>? only) =>
        scan.Connection.Pairs("select digest, canonical from calendars order by digest")
            .Where(c => only?.Contains(c.First) ?? true).Select(c => new CalendarLine(c.First, c.Second));

    private static IEnumerable<ExportLine> Seals(LedgerScan scan) =>
        SealRows.From(scan.Connection).SelectMany(seal => SealRows.Leaves(scan.Connection, seal.Number).Select(l => new LeafLine(l)).Prepend<ExportLine>(Line(seal)));

    // From the first seal that covers the case to the last: any later receipt names them all.
    private static IEnumerable<ExportLine> Seals(LedgerScan scan, string number)
    {
        var places = SealRows.Of(scan.Connection, number).ToDictionary(p => p.Seal, p => p.Place);
        return places.Count == 0 ? [] : SealRows.From(scan.Connection, places.Keys.Min()).SelectMany(seal => Seal(scan, seal, number, places));
    }

    private static IEnumerable<ExportLine> Seal(LedgerScan scan, StoredSeal seal, string number, Dictionary<long, long> places)
    {
        yield return Line(seal);
        var leaves = SealRows.Leaves(scan.Connection, seal.Number).ToList();
        byte[][] hashes = [.. leaves.Select(l => MerkleTree.Leaf(l.Text))];
        if (places.TryGetValue(seal.Number, out var place) && place < leaves.Count)
        {
            var path = HeadPath.Of(leaves, hashes, (int)place);
            yield return new PathLine(path.Head, path.Place, path.Path);
        }
        else
        {
            var absence = AbsencePath.Of(number, leaves, hashes);
            yield return new AbsentLine(absence.Before, absence.After);
        }
    }

    private static SealLine Line(StoredSeal seal) => new(seal.Number, seal.Hash, seal.Body);

    private static IEnumerable<ExportLine> Tokens(LedgerScan scan) =>
        SealRows.Tokens(scan.Connection).Select(t => new TokenLine(t.Seal, t.Authority, t.ReceivedAt, t.Token));

    private static IEnumerable<ExportLine> Files(LedgerScan scan, string? onlyCase) =>
        scan.Connection.Query<(string Sha256, long Size, string MediaType)>(FilesOf, new { onlyCase })
            .SelectMany(f => Chunks(scan, f.Sha256).Prepend(new FileLine(f.Sha256, f.Size, f.MediaType)));

    private static IEnumerable<ExportLine> Chunks(LedgerScan scan, string sha256) =>
        scan.Connection.Query<byte[]>("select bytes from attachment_chunks where sha256 = @sha256 order by place", new { sha256 }, buffered: false).Select(b => new ChunkLine(b));

    private const string LastMoment = "select max(at) from (select max(last_at) as at from heads union all select max(recorded_at) from access_entries)";

    private const string FilesOf =
        """
        select sha256, size, media_type from attachments a
        where exists (select 1 from file_rows f where f.sha256 = a.sha256 and (@onlyCase is null or f.case_no = @onlyCase))
        order by sha256
        """;
}

using Dapper;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Exports;

/// <summary>The lines of an export between its head and its end, section by section; each is read when it is asked for.</summary>
/// <param name="scan">The ledger, in one snapshot.</param>
/// <param name="onlyCase">The one case; null for the whole ledger.</param>
internal sealed class ExportLines(LedgerScan scan, string? onlyCase)
{
    /// <summary>Returns the lines.</summary>
    /// <param name="attachments">Whether the contents of attachments are among them.</param>
    internal IEnumerable<ExportLine> All(bool attachments)
    {
        var named = onlyCase is null ? null : Named.In(scan.Entries(onlyCase));
        return Definitions(named)
            .Concat(Calendars(named))
            .Concat(onlyCase is null ? Seals() : Seals(onlyCase))
            .Concat(SealRows.Tokens(scan.Connection).Select(t => new TokenLine(t.Seal, t.Authority, t.ReceivedAt, t.Token)))
            .Concat(Entries())
            .Concat(onlyCase is null ? AccessEntries() : [])
            .Concat(attachments ? Files() : []);
    }

    private IEnumerable<ExportLine> Definitions(Named? only) =>
        from definition in scan.Connection.Pairs("select digest, json from definitions order by digest")
        where only is null || only.Definitions.Contains(definition.First)
        select new DefinitionLine(definition.First, definition.Second);

    private IEnumerable<ExportLine> Calendars(Named? only) =>
        from calendar in scan.Connection.Pairs("select digest, canonical from calendars order by digest")
        where only is null || only.Calendars.Contains(calendar.First)
        select new CalendarLine(calendar.First, calendar.Second);

    private IEnumerable<ExportLine> Seals() =>
        SealRows
            .From(scan.Connection)
            .SelectMany(seal => SealRows.Leaves(scan.Connection, seal.Number).Select(l => new LeafLine(l)).Prepend<ExportLine>(Line(seal)));

    // The seals run from the first that covers the case to the last: any later receipt names them all.
    private IEnumerable<ExportLine> Seals(string number)
    {
        var places = SealRows.Of(scan.Connection, number).ToDictionary(p => p.Seal, p => p.Place);
        if (places.Count == 0)
            return [];
        return SealRows
            .From(scan.Connection, places.Keys.Min())
            .SelectMany(seal => (ExportLine[])[Line(seal), Answer(seal, number, Place(seal))]);

        long? Place(StoredSeal seal) => places.TryGetValue(seal.Number, out var place) ? place : null;
    }

    // What a seal says of the case: the path to its head, or the proof that it does not name it.
    private ExportLine Answer(StoredSeal seal, string number, long? place)
    {
        var leaves = SealRows.Leaves(scan.Connection, seal.Number).ToList();
        byte[][] hashes = [.. leaves.Select(l => MerkleTree.Leaf(l.Text))];
        if (place is { } known && known < leaves.Count)
        {
            var path = HeadPath.Of(leaves, hashes, (int)known);
            return new PathLine(path.Head, path.Place, path.Path);
        }

        var absence = AbsencePath.Of(number, leaves, hashes);
        return new AbsentLine(absence.Before, absence.After);
    }

    private static SealLine Line(StoredSeal seal) => new(seal.Number, seal.Hash, seal.Body);

    private IEnumerable<ExportLine> Entries() =>
        (onlyCase is null ? scan.Entries() : scan.Entries(onlyCase)).Select(e => new EntryLine(e.CaseNo, e.EntryNo, e.Hash, e.Body));

    private IEnumerable<ExportLine> AccessEntries() =>
        scan.AccessEntries().Select(e => new AccessLine(e.CaseNo, e.EntryNo, e.Hash, e.Body));

    private IEnumerable<ExportLine> Files() =>
        scan
            .Connection.Query<(string Sha256, long Size, string MediaType)>(FilesOf, new { onlyCase })
            .SelectMany(f => Chunks(f.Sha256).Prepend(new FileLine(f.Sha256, f.Size, f.MediaType)));

    private IEnumerable<ExportLine> Chunks(string sha256) =>
        scan.Connection.Query<byte[]>(ChunksOf, new { sha256 }, buffered: false).Select(bytes => new ChunkLine(bytes));

    private const string ChunksOf = "select bytes from attachment_chunks where sha256 = @sha256 order by place";

    private const string FilesOf = """
        select sha256, size, media_type from attachments a
        where exists (select 1 from file_rows f where f.sha256 = a.sha256 and (@onlyCase is null or f.case_no = @onlyCase))
        order by sha256
        """;

    /// <summary>The digests that the entries of one case name.</summary>
    private sealed record Named(HashSet<string> Definitions, HashSet<string> Calendars)
    {
        internal static Named In(IEnumerable<StoredEntry> stored)
        {
            var entries = stored.Select(s => s.Read()).ToList();
            return new Named([.. entries.Select(e => e.Definition)], [.. entries.Select(e => e.Stamp.Facts.Calendar)]);
        }
    }
}

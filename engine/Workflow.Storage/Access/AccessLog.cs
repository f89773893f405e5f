using Workflow.Engine.Record.Entries;
using Workflow.Storage.Databases;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Access;

/// <summary>The access log of one host: a chain of its own, which the seals cover. Several processes of one host write one log.</summary>
/// <param name="database">The database.</param>
/// <param name="name">The log's name.</param>
public sealed class AccessLog(Database database, string name)
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Appends records in their order; they are on disk when it ends.</summary>
    /// <param name="records">The records; none changes nothing.</param>
    /// <param name="cancellation">Gives up waiting before they are written.</param>
    public Task Append(IReadOnlyCollection<AccessRecord> records, CancellationToken cancellation) =>
        records.Count == 0 ? Task.CompletedTask : database.Write(session => Append(records, session), cancellation);

    /// <summary>Appends records within the writer's transaction, so that an act and its record are written together or not at all.</summary>
    internal int Append(IReadOnlyCollection<AccessRecord> records, WriteSession session)
    {
        // Read again each time: another process of this host may have written since.
        var (number, hash) = Head(session);
        foreach (var record in records)
            hash = Put(record, ++number, hash, session);
        session.Prepared(PutHead, 3).Run(name, number, hash);
        return records.Count;
    }

    private (long Number, string Hash) Head(WriteSession session)
    {
        using var rows = session.Prepared(FindHead, 1).Read(name);
        return rows.Read() ? (rows.GetInt64(0), rows.GetString(1)) : (0, LedgerJson.Genesis);
    }

    private string Put(AccessRecord record, long number, string previous, WriteSession session)
    {
        var body = SealJson.Write(new AccessEntry(name, number, record with { At = record.At.ToUniversalTime() }, previous));
        var hash = LedgerJson.Hash(body);
        session.Prepared(Insert, 6).Run(name, number, hash, body, record.At.Text(), record.Case);
        return hash;
    }

    private const string FindHead = "select entry_no, hash from access_heads where log = @p0";

    private const string Insert =
        "insert into access_entries (log, entry_no, hash, body, recorded_at, case_no) values (@p0, @p1, @p2, @p3, @p4, @p5)";

    private const string PutHead = """
        insert into access_heads (log, entry_no, hash) values (@p0, @p1, @p2) on conflict (log)
        do update set entry_no = excluded.entry_no, hash = excluded.hash
        """;
}

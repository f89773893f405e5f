using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Seals;

/// <summary>Seals the ledger and the access logs: a tree over the heads that changed, chained to the seal before.</summary>
/// <param name="database">The database.</param>
public sealed class LedgerSeals(Database database)
{
    /// <summary>Seals what changed since the last seal, as one snapshot shows it. Null when nothing changed, or another host was faster.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Gives up waiting before it is written.</param>
    public async Task<StoredSeal?> Make(DateTimeOffset now, CancellationToken cancellation)
    {
        if (Next(now) is not var (seal, leaves))
            return null;
        return await database.Write(session => Put(seal, leaves, session), cancellation).ConfigureAwait(false) ? seal : null;
    }

    /// <summary>Returns the last seal; null before the first.</summary>
    public StoredSeal? Latest()
    {
        using var connection = database.Connect();
        return SealRows.Last(connection);
    }

    /// <summary>Returns a seal; null when there is none with this number.</summary>
    public StoredSeal? Find(long number)
    {
        using var connection = database.Connect();
        return connection.QueryFirstOrDefault<StoredSeal>($"{SealRows.Seals} where seal_no = @number", new { number });
    }

    /// <summary>Returns the seal with a hash; null when there is none.</summary>
    public StoredSeal? WithHash(string hash)
    {
        using var connection = database.Connect();
        return connection.QueryFirstOrDefault<StoredSeal>($"{SealRows.Seals} where hash = @hash", new { hash });
    }

    /// <summary>Returns a page of seals, the latest first.</summary>
    /// <param name="before">Only those before this number; null from the latest.</param>
    /// <param name="limit">The most seals; at least 1.</param>
    public IReadOnlyList<StoredSeal> Page(long? before, int limit)
    {
        using var connection = database.Connect();
        return [.. connection.Query<StoredSeal>(PageOf, new { before, limit })];
    }

    /// <summary>Returns the leaves of a seal in the order of its tree.</summary>
    public ImmutableArray<SealLeaf> Leaves(long number)
    {
        using var connection = database.Connect();
        return [.. SealRows.Leaves(connection, number)];
    }

    /// <summary>Keeps the token that an authority gave for a seal.</summary>
    public Task Keep(SealToken token, CancellationToken cancellation)
    {
        var row = new
        {
            token.Seal,
            token.Authority,
            at = token.ReceivedAt.Text(),
            token.Token,
        };
        return database.Write(session => session.Connection.Execute(InsertToken, row), cancellation);
    }

    /// <summary>Returns the tokens kept, in the order of their seals.</summary>
    public ImmutableArray<SealToken> Tokens()
    {
        using var connection = database.Connect();
        return [.. SealRows.Tokens(connection)];
    }

    private (StoredSeal Seal, ImmutableArray<SealLeaf> Leaves)? Next(DateTimeOffset now)
    {
        using var scan = new LedgerScan(database);
        ImmutableArray<SealLeaf> leaves =
        [
            .. Changed(SealLeaf.Access, ChangedLogs, scan.Connection),
            .. Changed(SealLeaf.Case, ChangedCases, scan.Connection),
        ];
        return leaves.IsEmpty ? null : (Next(leaves, now, scan.Connection), leaves);
    }

    private static StoredSeal Next(ImmutableArray<SealLeaf> leaves, DateTimeOffset now, DbConnection connection)
    {
        var (cases, entries, access) = connection.QuerySingle<(long, long, long)>(Counts);
        var before = SealRows.Last(connection);
        var (number, previous) = before is null ? (1, LedgerJson.Genesis) : (before.Number + 1, before.Hash);
        var body = SealJson.Write(
            new Seal(
                number,
                Moment(before, now),
                MerkleTree.Algorithm,
                cases,
                entries,
                access,
                leaves.Length,
                MerkleTree.RootOf(leaves),
                previous
            )
        );
        return new StoredSeal(number, LedgerJson.Hash(body), body);
    }

    // Never before the seal before: a host whose clock was set back still seals in order.
    private static DateTimeOffset Moment(StoredSeal? before, DateTimeOffset now) =>
        before?.Read().At is { } last && last > now ? last : now.ToUniversalTime();

    private static bool Put(StoredSeal seal, ImmutableArray<SealLeaf> leaves, WriteSession session)
    {
        if (session.Prepared(InsertSeal, 3).Run(seal.Number, seal.Hash, seal.Body) == 0)
            return false;
        foreach (var (place, leaf) in leaves.Index())
            session.Prepared(InsertLeaf, 6).Run(seal.Number, (long)place, leaf.Kind, leaf.Name, leaf.Entry, leaf.Hash);
        return true;
    }

    private static IEnumerable<SealLeaf> Changed(string kind, string sql, DbConnection connection) =>
        connection
            .Query<(string Name, long Entry, string Hash)>(sql)
            .Select(h => new SealLeaf(kind, h.Name, h.Entry, h.Hash))
            .OrderBy(l => l.Name, StringComparer.Ordinal);

    // A hash carries its whole chain, so that one already sealed says that nothing was added since.
    private const string ChangedCases =
        "select case_no, entry_no, hash from heads h where not exists (select 1 from seal_leaves l where l.hash = h.hash)";

    private const string ChangedLogs =
        "select log, entry_no, hash from access_heads a where not exists (select 1 from seal_leaves l where l.hash = a.hash)";

    private const string PageOf = $"{SealRows.Seals} where @before is null or seal_no < @before order by seal_no desc limit @limit";

    private const string Counts = """
        select (select count(*) from heads), (select coalesce(sum(entry_no), 0) from heads),
            (select coalesce(sum(entry_no), 0) from access_heads)
        """;

    private const string InsertSeal = "insert into seals (seal_no, hash, body) values (@p0, @p1, @p2) on conflict (seal_no) do nothing";

    private const string InsertLeaf =
        "insert into seal_leaves (seal_no, place, kind, name, entry_no, hash) values (@p0, @p1, @p2, @p3, @p4, @p5)";

    private const string InsertToken = """
        insert into seal_tokens (seal_no, authority, received_at, token) values (@Seal, @Authority, @at, @Token)
        on conflict (seal_no, authority) do nothing
        """;
}

/// <summary>A time-stamp token of RFC 3161 over a seal's hash.</summary>
/// <param name="Seal">The seal's number.</param>
/// <param name="Authority">Where it was asked for.</param>
/// <param name="ReceivedAt">When it was received, by this host's clock; the authority's own moment is in the token.</param>
/// <param name="Token">The token as DER.</param>
public sealed record SealToken(long Seal, string Authority, DateTimeOffset ReceivedAt, byte[] Token);

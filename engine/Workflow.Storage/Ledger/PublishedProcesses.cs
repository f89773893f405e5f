using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Storage.Databases;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Ledger;

/// <summary>The published definitions: immutable, by digest, and kept in memory once read.</summary>
/// <param name="database">The database.</param>
public sealed class PublishedProcesses(Database database)
{
    private readonly ConcurrentDictionary<string, PublishedProcess> _known = new(StringComparer.Ordinal);

    // The day last asked of each process: nearly all lodge on the day itself.
    private readonly ConcurrentDictionary<string, (DateOnly Day, PublishedProcess Process)> _lodged = new(StringComparer.Ordinal);

    /// <summary>Publishes a definition and returns whether it is new. Publishing the same again changes nothing.</summary>
    /// <param name="process">The definition.</param>
    /// <param name="source">The text it was read from; null where there is none.</param>
    /// <param name="at">The moment of publication.</param>
    /// <param name="cancellation">Gives up waiting before it is written.</param>
    public async Task<bool> Publish(PublishedProcess process, string? source, DateTimeOffset at, CancellationToken cancellation)
    {
        var definition = process.Definition;
        var row = new
        {
            digest = process.Digest,
            process = definition.Id,
            from = definition.InForce.From.Text(),
            to = definition.InForce.To.Text(),
            at = at.Text(),
            json = process.Json,
            source,
        };
        return await database.Write(session => session.Connection.Execute(Insert, row), cancellation).ConfigureAwait(false) > 0;
    }

    /// <summary>Returns a definition, or null when none with this digest was published.</summary>
    public PublishedProcess? Find(string digest)
    {
        if (_known.TryGetValue(digest, out var known))
            return known;
        using var connection = database.Connect();
        return Find(digest, connection);
    }

    internal PublishedProcess? Find(string digest, DbConnection connection)
    {
        if (_known.TryGetValue(digest, out var known))
            return known;
        var json = connection.Read(TextOf, r => r.GetString(0), new { digest }).FirstOrDefault();
        return json is null ? null : _known.GetOrAdd(digest, Read(digest, json));
    }

    /// <summary>Returns the definition that an entry stands on.</summary>
    /// <exception cref="UnreadableException">It is not in the database, or not what was published.</exception>
    internal PublishedProcess Bound(string digest) => Find(digest) ?? throw Unreadable.DefinitionMissing(digest);

    /// <summary>The same as a connection sees it.</summary>
    internal PublishedProcess Bound(string digest, DbConnection connection) =>
        Find(digest, connection) ?? throw Unreadable.DefinitionMissing(digest);

    // What decides cases must be what was published under this digest: a text that was changed decides nothing.
    private static PublishedProcess Read(string digest, string json) =>
        Stored.Read(StoredThing.Definition(digest), () => PublishedProcess.Of(json)) is var process && process.Digest == digest
            ? process
            : throw Unreadable.DefinitionChanged(digest, process.Digest);

    /// <summary>Returns what was published, the latest first.</summary>
    /// <param name="process">Only of this process; null for all.</param>
    public IReadOnlyList<Publication> List(string? process = null)
    {
        using var connection = database.Connect();
        return [.. connection.Query<PublishedRow>(Listing, new { process }).Select(r => r.Shown())];
    }

    /// <summary>Returns the definition of a process that was published last; null when none was.</summary>
    public PublishedProcess? Latest(string process) => List(process) is [var latest, ..] ? Find(latest.Digest) : null;

    /// <summary>Returns the text that a definition was read from; null where none was kept.</summary>
    public string? Source(string digest)
    {
        using var connection = database.Connect();
        return connection.QuerySingleOrDefault<string?>("select source from definitions where digest = @digest", new { digest });
    }

    /// <summary>Returns the definition of a process in force on a day: the latest published of those whose days include it.</summary>
    internal PublishedProcess? InForce(string process, DateOnly day, WriteSession session)
    {
        var found = session.Prepared(Holding, 2).Scalar(process, day.Text()) is string digest ? Find(digest, session.Connection) : null;
        if (found is not null)
            _lodged[process] = (day, found);
        return found;
    }

    /// <summary>Returns what <see cref="InForce"/> found last, when it was asked for the same day; null otherwise.</summary>
    internal PublishedProcess? LastInForce(string process, DateOnly day) =>
        _lodged.TryGetValue(process, out var last) && last.Day == day ? last.Process : null;

    private const string TextOf = "select json from definitions where digest = @digest";

    private const string Holding = """
        select digest from definitions
        where process = @p0 and in_force_from <= @p1 and (in_force_to is null or in_force_to >= @p1)
        order by published_at desc, digest limit 1
        """;

    private const string Insert = """
        insert into definitions (digest, process, in_force_from, in_force_to, published_at, json, source)
        values (@digest, @process, @from, @to, @at, @json, @source)
        on conflict (digest) do nothing
        """;

    private const string Listing = """
        select digest, process, in_force_from as InForceFrom, in_force_to as InForceTo, published_at as PublishedAt
        from definitions where @process is null or process = @process
        order by published_at desc, digest
        """;

    private sealed record PublishedRow(string Digest, string Process, string InForceFrom, string? InForceTo, string PublishedAt)
    {
        internal Publication Shown() =>
            new(Digest, Process, new PeriodInForce(SqlText.Day(InForceFrom), SqlText.MaybeDay(InForceTo)), SqlText.Instant(PublishedAt));
    }
}

/// <summary>One published definition.</summary>
/// <param name="Digest">Its digest.</param>
/// <param name="Process">The process.</param>
/// <param name="InForce">The days on which a case may be opened under it.</param>
/// <param name="PublishedAt">When it was published; of two in force on one day the later published holds.</param>
public sealed record Publication(string Digest, string Process, PeriodInForce InForce, DateTimeOffset PublishedAt);

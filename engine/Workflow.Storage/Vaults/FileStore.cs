using System.Security.Cryptography;
using Dapper;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Vaults;

/// <summary>A stored file.</summary>
/// <param name="Sha256">Lower-case hex of SHA-256 over its content.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="MediaType">As the uploader named it.</param>
/// <param name="StoredAt">When.</param>
public sealed record StoredFile(string Sha256, long Size, string MediaType, DateTimeOffset StoredAt);

/// <summary>Stores files by the hash of their content, before the entry that names them.</summary>
/// <param name="database">The database.</param>
public sealed class FileStore(Database database)
{
    // Small enough that a large file never holds up the writer for long.
    private const int ChunkBytes = 256 * 1024;

    /// <summary>Stores a content and returns its description. Storing the same content again changes nothing.</summary>
    /// <param name="content">The content; it must be seekable, because its hash is its name.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="by">Who stores it, and may therefore attach it.</param>
    /// <param name="at">The moment.</param>
    /// <param name="cancellation">Stops between chunks; what was written is an orphan.</param>
    public async Task<StoredFile> Store(Stream content, string mediaType, string by, DateTimeOffset at, CancellationToken cancellation)
    {
        var start = content.Position;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation).ConfigureAwait(false));
        var size = content.Position - start;
        var file = new
        {
            sha256,
            size,
            mediaType,
            by,
            at = at.Text(),
            chunks = (size + ChunkBytes - 1) / ChunkBytes,
        };
        do
        {
            content.Position = start;
            await StoreChunks(sha256, content, cancellation).ConfigureAwait(false);
        } while (!await database.Write(session => Describe(file, session), cancellation).ConfigureAwait(false));
        return new StoredFile(sha256, size, mediaType, at);
    }

    /// <summary>Deletes what nobody attached: files stored before a moment that no entry names, and pieces of uploads that broke off. Returns how many files.</summary>
    /// <param name="storedBefore">The moment; an upload takes minutes, so that a day is far enough back.</param>
    /// <param name="cancellation">Stops between files.</param>
    public async Task<int> Clear(DateTimeOffset storedBefore, CancellationToken cancellation)
    {
        var orphans = Orphans(storedBefore);
        foreach (var orphan in orphans)
            await Delete(orphan.Sha256, cancellation).ConfigureAwait(false);
        await database.Write(session => session.Connection.Execute(DeleteStray), cancellation).ConfigureAwait(false);
        return orphans.Count;
    }

    // Whoever erases or clears the same content meanwhile takes the pieces with it: without all of them there is nothing to describe.
    private static bool Describe(object file, WriteSession session)
    {
        if (session.Connection.ExecuteScalar<long>(AllThere, file) == 0)
            return false;
        session.Connection.Execute(InsertFile, file);
        return true;
    }

    /// <summary>Returns a file's description, or null when none has this hash.</summary>
    public StoredFile? Find(string sha256)
    {
        using var connection = database.Connect();
        return connection.QuerySingleOrDefault<FileStoreRow>($"{Columns} where sha256 = @sha256", new { sha256 })?.Shown();
    }

    /// <summary>Returns how many bytes a person has brought since a moment; a content that they brought twice counts once.</summary>
    public long BroughtBy(string person, DateTimeOffset since)
    {
        using var connection = database.Connect();
        return connection.ExecuteScalar<long>(BroughtSince, new { person, since = since.Text() });
    }

    /// <summary>Copies a file's content; false when none has this hash.</summary>
    public async Task<bool> Read(string sha256, Stream into, CancellationToken cancellation)
    {
        if (Find(sha256) is null)
            return false;
        using var connection = database.Connect();
        for (var place = 0L; connection.QuerySingleOrDefault<byte[]>(Chunk, new { sha256, place }) is { } bytes; place++)
            await into.WriteAsync(bytes, cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Returns files stored before a moment that no entry names, the oldest first.</summary>
    public IReadOnlyList<StoredFile> Orphans(DateTimeOffset storedBefore)
    {
        using var connection = database.Connect();
        return [.. connection.Query<FileStoreRow>(OrphanRows, new { before = storedBefore.Text() }).Select(r => r.Shown())];
    }

    /// <summary>Deletes a file's content and description; for orphans, and for erasure by order.</summary>
    public Task Delete(string sha256, CancellationToken cancellation) => database.Write(session => Delete(sha256, session), cancellation);

    private async Task StoreChunks(string sha256, Stream content, CancellationToken cancellation)
    {
        var (chunk, place) = (new byte[ChunkBytes], 0L);
        while (await Fill(chunk, content, cancellation).ConfigureAwait(false) is > 0 and var read)
            await Put(sha256, place++, chunk[..read], cancellation).ConfigureAwait(false);
    }

    private static ValueTask<int> Fill(byte[] chunk, Stream content, CancellationToken cancellation) =>
        content.ReadAtLeastAsync(chunk, chunk.Length, throwOnEndOfStream: false, cancellation);

    private Task<int> Put(string sha256, long place, byte[] bytes, CancellationToken cancellation) =>
        database.Write(
            session =>
                session.Connection.Execute(
                    InsertChunk,
                    new
                    {
                        sha256,
                        place,
                        bytes,
                    }
                ),
            cancellation
        );

    private static int Delete(string sha256, WriteSession session)
    {
        session.Connection.Execute("delete from attachment_chunks where sha256 = @sha256", new { sha256 });
        session.Connection.Execute("delete from uploads where sha256 = @sha256", new { sha256 });
        return session.Connection.Execute("delete from attachments where sha256 = @sha256", new { sha256 });
    }

    private const string BroughtSince = """
        select coalesce(sum(a.size), 0) from uploads u join attachments a on a.sha256 = u.sha256
        where u.person = @person and u.uploaded_at >= @since
        """;

    private const string AllThere =
        "select case when (select count(*) from attachment_chunks where sha256 = @sha256) >= @chunks then 1 else 0 end";

    private const string DeleteStray = "delete from attachment_chunks where sha256 not in (select sha256 from attachments)";

    private const string InsertFile = """
        insert into attachments (sha256, size, media_type, stored_at) values (@sha256, @size, @mediaType, @at)
        on conflict (sha256) do nothing;
        insert into uploads (sha256, person, uploaded_at) values (@sha256, @by, @at) on conflict (sha256, person) do nothing
        """;

    private const string InsertChunk =
        "insert into attachment_chunks (sha256, place, bytes) values (@sha256, @place, @bytes) on conflict (sha256, place) do nothing";

    private const string Chunk = "select bytes from attachment_chunks where sha256 = @sha256 and place = @place";

    private const string Columns = "select sha256 as Sha256, size as Size, media_type as MediaType, stored_at as StoredAt from attachments";

    private const string OrphanRows = $"""
        {Columns} a where stored_at < @before and not exists (select 1 from file_rows f where f.sha256 = a.sha256)
        order by stored_at, sha256
        """;

    private sealed record FileStoreRow(string Sha256, long Size, string MediaType, string StoredAt)
    {
        internal StoredFile Shown() => new(Sha256, Size, MediaType, SqlText.Instant(StoredAt));
    }
}

using System.Data.Common;
using Dapper;
using Workflow.Engine.Record.Events;
using Workflow.Storage.Access;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Vaults;

/// <summary>Erases what a case holds of people: sealed values with their salts, and attachments that no other case names. The ledger is untouched and its chain holds.</summary>
/// <param name="database">The database.</param>
/// <param name="log">Where the act is recorded, in the same transaction.</param>
public sealed class Erasure(Database database, AccessLog log)
{
    /// <summary>What the record of an erasure calls it.</summary>
    public const string Act = "erase";

    /// <summary>Erases and records. What is deleted is overwritten in the file, and its traces in the write-ahead log are folded away.</summary>
    /// <param name="number">The case.</param>
    /// <param name="order">The document that orders it.</param>
    /// <param name="who">Who does it.</param>
    /// <param name="at">The moment.</param>
    /// <param name="cancellation">Gives up waiting before it is written.</param>
    public async Task<Erased> Run(string number, string order, string who, DateTimeOffset at, CancellationToken cancellation)
    {
        var (values, files) = await database.Write(session => Run(number, order, who, at, session), cancellation).ConfigureAwait(false);
        return new Erased(values, files, Wipe());
    }

    /// <summary>Whether a case still holds anything that an erasure would take away.</summary>
    public bool HasAny(string number)
    {
        using var connection = database.Connect();
        return connection.ExecuteScalar<long>("select count(*) from vault where case_no = @number", new { number }) > 0
            || connection.Query<string>(OwnFiles, new { number }).Any(sha256 => IsStored(sha256, connection));
    }

    private (int Values, int Files) Run(string number, string order, string who, DateTimeOffset at, WriteSession session)
    {
        foreach (var sql in database.Dialect.BeforeErasing)
            session.Connection.Execute(sql);
        var values = Delete("vault", number, session);
        Delete("drafts", number, session);
        // The hash that binds a repeated request covers the values without a salt: short ones could be guessed from it.
        Delete("requests", number, session);
        var files = DeleteFiles(number, session);
        log.Append([Record(number, order, who, at, session)], session);
        return (values, files);
    }

    // An erasure that comes early says so itself: one that does not was not made here.
    private static AccessRecord Record(string number, string order, string who, DateTimeOffset at, WriteSession session)
    {
        var entries = session.Connection.Read(Entries, StoredEntry.Of, new { number }).ToList();
        var until = entries.SelectMany(e => e.Read().Events).OfType<CaseClosed>().LastOrDefault()?.KeepUntil;
        return new AccessRecord(at, AccessKinds.Administered, Act, who)
        {
            Case = number,
            Document = order,
            KeptUntil = until is { } day && IsKept(day, at) ? day : null,
        };
    }

    /// <summary>Whether a file that is kept through a day is still kept at a moment.</summary>
    internal static bool IsKept(DateOnly until, DateTimeOffset at) => until >= DateOnly.FromDateTime(at.UtcDateTime);

    private static int Delete(string table, string number, WriteSession session) =>
        session.Connection.Execute($"delete from {table} where case_no = @number", new { number });

    private static int DeleteFiles(string number, WriteSession session)
    {
        var files = session.Connection.Query<string>(OwnFiles, new { number }).ToList();
        session.Connection.Execute("delete from attachment_chunks where sha256 in @files", new { files });
        session.Connection.Execute("delete from attachments where sha256 in @files", new { files });
        session.Connection.Execute("delete from uploads where sha256 in @files", new { files });
        return files.Count;
    }

    private static bool IsStored(string sha256, DbConnection connection) => connection.ExecuteScalar<long>(FilesOf, new { sha256 }) > 0;

    private bool Wipe()
    {
        using var connection = database.Connect();
        return database.Dialect.AfterErasing is not { } sql || connection.ExecuteScalar<long>(sql) == 0;
    }

    private const string Entries = $"{LedgerScan.Columns} where case_no = @number order by entry_no";

    private const string FilesOf = "select count(*) from attachments where sha256 = @sha256";

    private const string OwnFiles = """
        select distinct sha256 from file_rows f where case_no = @number
          and not exists (select 1 from file_rows o where o.sha256 = f.sha256 and o.case_no <> @number)
        """;
}

/// <summary>What an erasure took away.</summary>
/// <param name="Values">Sealed values.</param>
/// <param name="Files">Attachments.</param>
/// <param name="Wiped">Whether no trace is left in the database's files; false while somebody reads an older state: another erasure, or the next checkpoint, folds it away.</param>
public sealed record Erased(int Values, int Files, bool Wiped);

using Microsoft.Data.Sqlite;

namespace Workflow.Storage.Databases;

/// <summary>SQLite: one file, nothing to install.</summary>
public static class SqliteDialect
{
    // SQLITE_NOTADB, from sqlite3.h.
    private const int NotADatabase = 26;

    // From sqlite3.h: BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL, CANTOPEN, PROTOCOL.
    private static readonly int[] OfMachine = [5, 6, 7, 8, 10, 13, 14, 15];

    /// <summary>Returns the dialect for a file, which is created when it does not exist.</summary>
    public static Dialect ForFile(string path) =>
        new()
        {
            Name = path,
            Connect = () => Connection(path),
            OnCreate = ["pragma journal_mode = wal"],
            // FULL is the only durable mode in WAL: each commit waits for the disk.
            OnOpen =
            [
                $"pragma busy_timeout = {BusySeconds * 1000}",
                "pragma synchronous = full",
                $"pragma cache_size = -{CacheKilobytes}",
                "pragma temp_store = memory",
            ],
            BeginWriting = "begin immediate",
            BeforeErasing = ["pragma secure_delete = on"],
            // The write-ahead log still holds pages as they were before.
            AfterErasing = "pragma wal_checkpoint(truncate)",
            Bytes = "blob",
            CountTables = "select count(*) from sqlite_master where type = 'table'",
            CountColumns = "select count(*) from pragma_table_info(@table) where name = @column",
            Damage = "pragma integrity_check",
            // What SQLite makes itself for keys and statistics has a name of its own.
            Objects =
                "select type, name, coalesce(sql, ''), tbl_name from sqlite_master "
                + "where name not like 'sqlite\\_%' escape '\\' order by type, name",
            Versions = "select version from {0} order by rowid",
            Empty = () => new SqliteConnection("Data Source=:memory:;Pooling=False"),
            IsOfMachine = e => e is SqliteException { SqliteErrorCode: var code } && Array.IndexOf(OfMachine, code) >= 0,
            IsNoDatabase = e => e is SqliteException { SqliteErrorCode: NotADatabase },
        };

    /// <summary>Returns the dialect for a file that is read and never written, not even beside it.</summary>
    public static Dialect ToRead(string path)
    {
        var source = IsAlone(path) ? new Uri(Path.GetFullPath(path)).AbsoluteUri + "?immutable=1" : path;
        return ForFile(path) with
        {
            Connect = () =>
                new SqliteConnection(
                    new SqliteConnectionStringBuilder
                    {
                        DataSource = source,
                        Mode = SqliteOpenMode.ReadOnly,
                        // One that stayed open would keep the log of a writer from being folded into the file when the writer leaves.
                        Pooling = false,
                        DefaultTimeout = BusySeconds,
                    }.ToString()
                ),
            OnCreate = [],
            OnOpen =
            [
                $"pragma busy_timeout = {BusySeconds * 1000}",
                $"pragma cache_size = -{CacheKilobytes}",
                "pragma temp_store = memory",
                "pragma query_only = on",
            ],
        };
    }

    // Without a log of what is being written nobody writes it, and SQLite need not make the files it would agree by.
    private static bool IsAlone(string path) =>
        new FileInfo(path + "-wal") is var log && (!log.Exists || (log.Length == 0 && !File.Exists(path + "-shm")));

    private static SqliteConnection Connection(string path) =>
        new(new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = BusySeconds }.ToString());

    // Holds the inner pages of the indexes of some hundred thousand cases.
    private const int CacheKilobytes = 32_768;

    private const int BusySeconds = 30;
}

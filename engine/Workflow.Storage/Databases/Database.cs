using System.Data.Common;
using Dapper;
using Workflow.Engine.Messages;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Databases;

/// <summary>An open database: many readers and one writer, which groups what waits into one transaction.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly Lazy<Writer> _writer;

    private Database(Dialect dialect)
    {
        Dialect = dialect;
        _writer = new Lazy<Writer>(() => new Writer(this));
    }

    /// <summary>In what it differs from other databases.</summary>
    public Dialect Dialect { get; }

    /// <summary>Opens a SQLite file, creates it when it does not exist, and brings its schema up to this program's.</summary>
    /// <exception cref="DatabaseRefusedException">The file is not a database of this product, or a newer program wrote it.</exception>
    public static Database OpenFile(string path) => Open(SqliteDialect.ForFile(path));

    /// <summary>Opens a database and brings its schema up to this program's.</summary>
    /// <exception cref="DatabaseRefusedException">It is not a database of this product, or a newer program wrote it.</exception>
    public static Database Open(Dialect dialect) => Open(dialect, schema => schema.Run());

    /// <summary>Opens a SQLite file that must be a database of this product, and brings its schema up to this program's.</summary>
    /// <exception cref="DatabaseRefusedException">It is not, as an empty file is not, or a newer program wrote it.</exception>
    public static Database OpenExisting(string path) => Open(SqliteDialect.ForFile(path), schema => schema.Raise());

    /// <summary>Opens a SQLite file to read alone: nothing is written into it. A copy on a medium that cannot be written is read too.</summary>
    /// <exception cref="DatabaseRefusedException">It is not a database of this product, or an older or newer program wrote it.</exception>
    public static Database OpenToRead(string path) => Open(SqliteDialect.ToRead(path), schema => schema.MustBeCurrent());

    /// <summary>The same to examine it: what is wrong with its schema, or newer than this program, is left to be told.</summary>
    /// <exception cref="DatabaseRefusedException">It is not a database of this product, or an older program wrote it.</exception>
    public static Database OpenToExamine(string path) => Open(SqliteDialect.ToRead(path), schema => schema.MustBeOurs());

    /// <summary>Whether it was opened to be read alone: nothing can be recorded in it.</summary>
    public bool IsToRead { get; private init; }

    private static Database Open(Dialect dialect, Action<SchemaUpdate> look)
    {
        var database = new Database(dialect) { IsToRead = dialect.OnCreate.IsEmpty };
        try
        {
            using var connection = database.Connect();
            look(new SchemaUpdate(dialect, connection));
            return database;
        }
        catch (DbException e) when (dialect.IsNoDatabase(e))
        {
            throw new DatabaseRefusedException(new Message("database.none", ("database", dialect.Name)), e);
        }
    }

    /// <summary>Returns an open connection for reading. The caller disposes it.</summary>
    public DbConnection Connect()
    {
        var connection = Dialect.Connect();
        connection.Open();
        foreach (var sql in Dialect.OnOpen)
            connection.Execute(sql);
        return connection;
    }

    /// <summary>The same for many readings of the same kind, one after another.</summary>
    internal PreparedStatements Reading() => new(Connect());

    /// <summary>Writes a row that says nothing, to find out whether anything can be written.</summary>
    /// <exception cref="DbException">Nothing can: the disk is full, or the file is gone or read-only.</exception>
    public Task Probe(CancellationToken cancellation) =>
        Write(
            session =>
                session.Connection.Execute(
                    """
                    insert into progress (name, position) values ('probe', '')
                    on conflict (name) do update set position = excluded.position
                    """
                ),
            cancellation
        );

    /// <summary>Whether an exception is the machine's and not of what was to be written: a full disk is no fault of the case or command that met it.</summary>
    internal bool IsOfMachine(Exception e) =>
        e is ObjectDisposedException or IOException || (e is DbException failed && Dialect.IsOfMachine(failed));

    /// <summary>Writes what still waits, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_writer.IsValueCreated)
            await _writer.Value.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The one writer of this process; started when it is first asked for.</summary>
    internal Writer Writer => _writer.Value;

    /// <summary>Runs a few statements as a job of their own in the writer's next transaction.</summary>
    internal async Task<T> Write<T>(Func<WriteSession, T> work, CancellationToken cancellation)
    {
        var job = new WorkJob<T>(work, cancellation);
        await Writer.Add(job).ConfigureAwait(false);
        return job.Result;
    }
}

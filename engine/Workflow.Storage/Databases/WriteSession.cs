using System.Data.Common;

namespace Workflow.Storage.Databases;

/// <summary>The writer's connection with its prepared statements. Used by one thread at a time, whose turn it is.</summary>
internal sealed class WriteSession(Dialect dialect, DbConnection connection) : IDisposable
{
    /// <summary>What is prepared on the connection.</summary>
    internal PreparedStatements Statements { get; } = new(connection);

    internal DbConnection Connection => Statements.Connection;

    /// <summary>Returns the prepared statement of a text. The text must be a constant.</summary>
    internal Statement Prepared(string sql, int parameters) => Statements.Prepared(sql, parameters);

    /// <summary>Digests of calendars that are on disk for certain.</summary>
    internal HashSet<string> StoredCalendars { get; } = new(StringComparer.Ordinal);

    /// <summary>Digests of calendars that the open transaction stores.</summary>
    internal HashSet<string> NewCalendars { get; } = new(StringComparer.Ordinal);

    internal void Begin() => Prepared(dialect.BeginWriting, 0).Run();

    internal void Commit()
    {
        Prepared("commit", 0).Run();
        StoredCalendars.UnionWith(NewCalendars);
        NewCalendars.Clear();
    }

    internal void Rollback()
    {
        Prepared("rollback", 0).Run();
        NewCalendars.Clear();
    }

    internal void Mark() => Prepared("savepoint job", 0).Run();

    internal void Keep() => Prepared("release savepoint job", 0).Run();

    internal void Undo()
    {
        Prepared("rollback to savepoint job", 0).Run();
        NewCalendars.Clear();
        Keep();
    }

    public void Dispose() => Statements.Dispose();
}

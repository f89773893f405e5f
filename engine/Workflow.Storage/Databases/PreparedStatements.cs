using System.Data.Common;

namespace Workflow.Storage.Databases;

/// <summary>A connection with the statements that were prepared on it. Used by one thread at a time; disposing it closes the connection.</summary>
internal sealed class PreparedStatements(DbConnection connection) : IDisposable
{
    // Texts are constants: the same text is the same object, and hashing its characters would cost as much as the statement.
    private readonly Dictionary<string, Statement> _statements = new(ReferenceEqualityComparer.Instance);

    internal DbConnection Connection => connection;

    /// <summary>Returns the prepared statement of a text. The text must be a constant.</summary>
    internal Statement Prepared(string sql, int parameters)
    {
        if (_statements.TryGetValue(sql, out var known))
            return known;
        return _statements[sql] = new Statement(connection, sql, parameters);
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        connection.Dispose();
    }
}

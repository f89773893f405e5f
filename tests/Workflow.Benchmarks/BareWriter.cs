using System.Data.Common;
using Workflow.Storage.Databases;

namespace Workflow.Benchmarks;

/// <summary>What the same rows cost without an engine: ADO.NET, prepared statements, the same tables and indexes, the same mode.</summary>
internal sealed class BareWriter(Database database) : IDisposable
{
    private readonly DbConnection _connection = database.Connect();

    // The texts are the very objects that were recorded: comparing references is as fast as a field for each statement.
    private readonly Dictionary<string, DbCommand> _prepared = new(ReferenceEqualityComparer.Instance);

    /// <summary>Writes the rows of one or more entries in one transaction.</summary>
    internal void Write(IEnumerable<IReadOnlyList<BareRow>> entries)
    {
        Run("begin immediate", []);
        foreach (var rows in entries)
        {
            foreach (var row in rows)
                Run(row.Sql, row.Values);
        }

        Run("commit", []);
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        _connection.Dispose();
    }

    private void Run(string sql, object?[] values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
            _prepared[sql] = command = Prepare(sql, values.Length);
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private DbCommand Prepare(string sql, int count)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

using System.Data.Common;
using Workflow.Storage.Databases;

namespace Workflow.Benchmarks;

/// <summary>
/// What the same rows cost without an engine: ADO.NET, prepared statements, the same tables and indexes, the same mode. Its
/// groups are what a run of the engine wrote: for each entry its entry, head, clock, inbox, outbox and request rows.
/// </summary>
internal sealed class BareWriter : IDisposable
{
    private readonly DbConnection _connection;
    private readonly Dictionary<string, DbCommand> _prepared = [];

    internal BareWriter(Database database)
    {
        _connection = database.Connect();
    }

    /// <summary>Writes groups of rows, each group in one transaction.</summary>
    internal void Write(IEnumerable<IReadOnlyList<BareRow>> groups)
    {
        foreach (var group in groups)
        {
            Run("begin immediate", []);
            foreach (var row in group) Run(row.Sql, row.Values);
            Run("commit", []);
        }
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        _connection.Dispose();
    }

    private void Run(string sql, object?[] values)
    {
        if (!_prepared.TryGetValue(sql, out var command)) _prepared[sql] = command = Prepare(sql, values.Length);
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
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

/// <summary>One row: an insert, or a replacement where the engine's run replaced it.</summary>
internal sealed record BareRow(string Sql, object?[] Values);

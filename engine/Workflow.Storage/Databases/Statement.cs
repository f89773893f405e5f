using System.Data.Common;

namespace Workflow.Storage.Databases;

/// <summary>
/// A prepared statement whose parameters are set by place. The write path uses these instead of Dapper: a statement is
/// prepared once per connection and nothing but its values changes, which halves the cost of a small insert.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly DbCommand _command;
    private readonly DbParameter[] _parameters;

    /// <param name="connection">The writer's connection.</param>
    /// <param name="sql">The statement; its parameters are named <c>@p0</c>, <c>@p1</c>, … in the order of the values.</param>
    /// <param name="count">How many parameters it has.</param>
    internal Statement(DbConnection connection, string sql, int count)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        _parameters = [.. Enumerable.Range(0, count).Select(i => Add($"@p{i}"))];
    }

    /// <summary>Runs it and returns how many rows it changed.</summary>
    internal int Run(params ReadOnlySpan<object?> values)
    {
        Set(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>Runs it and returns its rows; the caller disposes the reader before the next statement.</summary>
    internal DbDataReader Read(params ReadOnlySpan<object?> values)
    {
        Set(values);
        return _command.ExecuteReader();
    }

    /// <summary>Returns the first column of the first row; null when there is none.</summary>
    internal object? Scalar(params ReadOnlySpan<object?> values)
    {
        Set(values);
        return _command.ExecuteScalar() is { } found and not DBNull ? found : null;
    }

    public void Dispose() => _command.Dispose();

    private void Set(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _parameters[i].Value = values[i] ?? DBNull.Value;
    }

    private DbParameter Add(string name)
    {
        var parameter = _command.CreateParameter();
        parameter.ParameterName = name;
        _command.Parameters.Add(parameter);
        return parameter;
    }
}

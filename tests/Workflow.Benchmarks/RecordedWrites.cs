using System.Data.Common;
using Microsoft.Data.Sqlite;
using Workflow.Storage.Databases;

namespace Workflow.Benchmarks;

/// <summary>One statement that wrote, with its values in the order of its parameters.</summary>
internal sealed record BareRow(string Sql, object?[] Values);

/// <summary>
/// Writes down what a run of the engine wrote, statement by statement, so that the bare writer does exactly the same and
/// nothing is approximated. What the engine reads is not in it: bare writing knows already what it wants to write.
/// </summary>
internal sealed class RecordedWrites
{
    private const string FirstOfEntry = "insert into entries";

    private readonly List<List<BareRow>> _entries = [];

    /// <summary>The statements of each entry, in the order in which they were written.</summary>
    internal IReadOnlyList<IReadOnlyList<BareRow>> Entries => _entries;

    /// <summary>Forgets what was written so far: it is not what is measured.</summary>
    internal void Forget()
    {
        lock (_entries)
            _entries.Clear();
    }

    /// <summary>Returns a dialect whose connections write down what they write.</summary>
    internal Dialect Around(Dialect dialect) => dialect with { Connect = () => new Connection(dialect.Connect().ConnectionString, this) };

    // Everything before the first entry is publication, not the work that is measured.
    private void Add(DbCommand command)
    {
        var starts = command.CommandText.StartsWith(FirstOfEntry, StringComparison.Ordinal);
        if (starts)
            _entries.Add([]);
        if (_entries.Count > 0 && (starts || IsWrite(command.CommandText)))
            _entries[^1].Add(new BareRow(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => p.Value)]));
    }

    private static bool IsWrite(string sql) =>
        sql.StartsWith("insert", StringComparison.Ordinal)
        || sql.StartsWith("update", StringComparison.Ordinal)
        || sql.StartsWith("delete", StringComparison.Ordinal);

    private sealed class Connection(string connectionString, RecordedWrites writes) : SqliteConnection(connectionString)
    {
        public override SqliteCommand CreateCommand() => new Command(writes) { Connection = this };
    }

    private sealed class Command(RecordedWrites writes) : SqliteCommand
    {
        public override int ExecuteNonQuery()
        {
            writes.Add(this);
            return base.ExecuteNonQuery();
        }
    }
}

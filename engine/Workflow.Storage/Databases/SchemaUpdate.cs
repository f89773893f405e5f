using System.Data.Common;
using Dapper;

namespace Workflow.Storage.Databases;

/// <summary>Brings a database from the version it has to this program's, in one transaction.</summary>
internal sealed class SchemaUpdate(Dialect dialect, DbConnection connection)
{
    private const string VersionTable = "workflow_schema";

    internal void Run()
    {
        Check();
        foreach (var sql in dialect.OnCreate)
            connection.Execute(sql);
        connection.Execute(dialect.BeginWriting);
        try
        {
            Apply(Check());
            connection.Execute("commit transaction");
        }
        catch
        {
            connection.Execute("rollback transaction");
            throw;
        }
    }

    /// <summary>Looks whether the database has this product's tables, and writes nothing.</summary>
    /// <param name="mayBeOlder">Whether an older program may have written it.</param>
    /// <exception cref="DatabaseRefusedException">It has not, or not those that this program reads.</exception>
    internal void MustBeThere(bool mayBeOlder)
    {
        var version = Check();
        if (version == 0)
            throw DatabaseRefusals.Empty(dialect.Name);
        if (!mayBeOlder && SchemaFiles.Missing(Applied()).Any())
            throw DatabaseRefusals.Older(dialect.Name, SchemaFiles.Latest, version);
    }

    private HashSet<long> Applied() => connection.Query<long>($"select version from {VersionTable}").ToHashSet();

    // Asked before anything is written, and again inside the transaction: another process may have been faster.
    private long Check()
    {
        if (connection.ExecuteScalar<long>(dialect.CountTables, new { name = VersionTable }) == 0)
        {
            return connection.ExecuteScalar<long>(dialect.CountTables, new { name = (string?)null }) == 0
                ? 0
                : throw DatabaseRefusals.OfAnotherProgram(dialect.Name);
        }

        var version = connection.ExecuteScalar<long>($"select max(version) from {VersionTable}");
        return version <= SchemaFiles.Latest ? version : throw DatabaseRefusals.Newer(dialect.Name, SchemaFiles.Latest, version);
    }

    private void Apply(long from)
    {
        if (from == 0)
            connection.Execute($"create table {VersionTable} (version bigint not null primary key)");
        foreach (var number in SchemaFiles.Missing(Applied()))
        {
            connection.Execute(SchemaFiles.Text(number, dialect));
            connection.Execute($"insert into {VersionTable} (version) values (@number)", new { number });
        }
    }
}

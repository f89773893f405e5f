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
        var applied = connection.Query<long>($"select version from {VersionTable}").ToHashSet();
        foreach (var number in SchemaFiles.Missing(applied))
        {
            connection.Execute(SchemaFiles.Text(number, dialect));
            connection.Execute($"insert into {VersionTable} (version) values (@number)", new { number });
        }
    }
}

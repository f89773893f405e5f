using System.Data.Common;
using Dapper;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Databases;

/// <summary>Brings a database from the version it has to this program's, in one transaction.</summary>
internal sealed class SchemaUpdate(Dialect dialect, DbConnection connection)
{
    private const string VersionTable = SchemaFiles.VersionTable;
    private const string VersionColumn = "version";

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

    /// <summary>Brings a database up to date that must have this product's tables already.</summary>
    /// <exception cref="DatabaseRefusedException">It has none; nothing was written then.</exception>
    internal void Raise()
    {
        MustBeThere();
        Run();
    }

    /// <summary>Looks whether the database has the tables that this program reads, and writes nothing.</summary>
    /// <exception cref="DatabaseRefusedException">It has none, or those of an older program.</exception>
    internal void MustBeCurrent()
    {
        var version = MustBeThere();
        if (SchemaFiles.Missing(Applied()).Any())
            throw DatabaseRefusals.Older(dialect.Name, SchemaFiles.Latest, version);
    }

    /// <summary>Looks whether the database is one of this product, and writes nothing. What else is wrong with its schema is for whoever examines it to tell.</summary>
    /// <exception cref="DatabaseRefusedException">It is not, or an older program wrote it as it is.</exception>
    internal void MustBeOurs()
    {
        if (connection.ExecuteScalar<long>(dialect.CountColumns, new { table = VersionTable, column = VersionColumn }) == 0)
            MustBeThere();
        var applied = SchemaFiles.Applied(connection, dialect);
        if (applied.Count == 0)
            throw DatabaseRefusals.Empty(dialect.Name);
        if (IsOlder(applied))
            throw DatabaseRefusals.Older(dialect.Name, SchemaFiles.Latest, applied.Max());
    }

    // Of the files of an older program, and of no others, is what it holds.
    private bool IsOlder(IReadOnlyList<long> applied)
    {
        if (applied.Any(n => n > SchemaFiles.Latest) || !SchemaFiles.Missing(applied.ToHashSet()).Any())
            return false;
        var found = SchemaObject.In(connection, dialect);
        return SchemaObject.MadeBy(SchemaFiles.Texts(applied, dialect), dialect).All(made => found.Contains(made))
            && !SchemaObject.MadeBy(SchemaFiles.Texts(SchemaFiles.All, dialect), dialect).All(made => found.Contains(made));
    }

    private long MustBeThere() => Check() is > 0 and var version ? version : throw DatabaseRefusals.Empty(dialect.Name);

    private HashSet<long> Applied() => connection.Query<long>($"select version from {VersionTable}").ToHashSet();

    // Asked before anything is written, and again inside the transaction: another process may have been faster.
    private long Check()
    {
        if (connection.ExecuteScalar<long>(dialect.CountColumns, new { table = VersionTable, column = VersionColumn }) == 0)
            return connection.ExecuteScalar<long>(dialect.CountTables) == 0 ? 0 : throw DatabaseRefusals.OfAnotherProgram(dialect.Name);

        var version = connection.ExecuteScalar<long>($"select max(version) from {VersionTable}");
        return version <= SchemaFiles.Latest ? version : throw DatabaseRefusals.Newer(dialect.Name, SchemaFiles.Latest, version);
    }

    private void Apply(long from)
    {
        if (from == 0)
            connection.Execute(SchemaFiles.Versions);
        foreach (var number in SchemaFiles.Missing(Applied()))
        {
            connection.Execute(SchemaFiles.Text(number, dialect));
            connection.Execute($"insert into {VersionTable} (version) values (@number)", new { number });
        }
    }
}

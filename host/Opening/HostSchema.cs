using System.Data.Common;
using Dapper;
using Workflow.Engine.Messages;
using Workflow.Storage.Databases;
using Workflow.Storage.Refusals;

namespace Workflow.Host.Opening;

/// <summary>The host's own tables in the same database, in numbered files of their own.</summary>
public static class HostSchema
{
    private const long Latest = 2;

    private const string Versions = "create table if not exists host_schema (version bigint not null primary key)";

    /// <summary>Brings the host's tables up to this program's version, in one transaction.</summary>
    /// <exception cref="DatabaseRefusedException">A newer program wrote them.</exception>
    public static void Update(Database database)
    {
        using var connection = database.Connect();
        connection.Execute(database.Dialect.BeginWriting);
        connection.Execute(Versions);
        var version = connection.ExecuteScalar<long>("select coalesce(max(version), 0) from host_schema");
        if (version > Latest)
            throw new DatabaseRefusedException(new Message("database.newer_host", ("latest", Latest), ("version", version)));
        for (var number = version + 1; number <= Latest; number++)
            Raise(connection, number);
        connection.Execute("commit");
    }

    /// <summary>The texts that made the host's tables of a database; none where it has none.</summary>
    public static IEnumerable<string> Texts(DbConnection connection) =>
        Has(connection, "host_schema")
            ? connection
                .Query<long>("select version from host_schema order by version")
                .Where(v => v is > 0 and <= Latest)
                .Select(Text)
                .Prepend(Versions)
            : [];

    /// <summary>Whether a database has a table of the host.</summary>
    internal static bool Has(DbConnection connection, string table) =>
        connection.ExecuteScalar<long>("select count(*) from sqlite_master where type = 'table' and name = @table", new { table }) > 0;

    private static void Raise(DbConnection connection, long number)
    {
        connection.Execute(Text(number));
        connection.Execute("insert into host_schema (version) values (@number)", new { number });
    }

    private static string Text(long number)
    {
        using var reader = new StreamReader(Embedded.Open($"Workflow.Host.Opening.Schema.{number:0000}.sql"));
        return reader.ReadToEnd();
    }
}

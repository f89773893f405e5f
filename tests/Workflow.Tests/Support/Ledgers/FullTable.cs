using System.Data.Common;
using Dapper;

namespace Workflow.Tests.Support.Ledgers;

/// <summary>A table that takes no row until this is disposed, as on a full disk; nothing of the schema is another afterwards.</summary>
internal sealed class FullTable : IDisposable
{
    private readonly DbConnection _connection;

    internal FullTable(DbConnection connection, string table)
    {
        _connection = connection;
        connection.Execute($"create trigger full before insert on {table} begin select raise(abort, 'disk full'); end");
    }

    public void Dispose() => _connection.Execute("drop trigger full");
}

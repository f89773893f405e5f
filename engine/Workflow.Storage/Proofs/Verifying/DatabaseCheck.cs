using System.Data.Common;
using Workflow.Engine.Messages;
using Workflow.Storage.Databases;
using Workflow.Storage.Proofs.Findings;

namespace Workflow.Storage.Proofs.Verifying;

/// <summary>What is wrong with the database itself: damaged pages, and what stands between a table and whoever reads it.</summary>
internal static class DatabaseCheck
{
    private const string Sound = "ok";

    internal static IEnumerable<LedgerFault> Wrong(DbConnection connection, Dialect dialect) =>
        from finding in Damaged(connection, dialect).Concat(Strangers(connection, dialect))
        select new LedgerFault(LedgerPlaces.Database(), 0, finding);

    private static IEnumerable<Message> Damaged(DbConnection connection, Dialect dialect) =>
        dialect.Damage is not { } sql
            ? []
            : connection.Read(sql, r => r.GetString(0)).Where(line => line != Sound).Select(DatabaseFindings.Damaged);

    // A trigger may take away what was written, and a view may tell a table otherwise.
    private static IEnumerable<Message> Strangers(DbConnection connection, Dialect dialect) =>
        connection
            .Pairs(dialect.Strangers)
            .Select(s => s.First == "view" ? DatabaseFindings.View(s.Second) : DatabaseFindings.Trigger(s.Second));
}

using System.Data.Common;
using Workflow.Engine.Messages;
using Workflow.Storage.Databases;
using Workflow.Storage.Proofs.Findings;

namespace Workflow.Storage.Proofs.Verifying;

/// <summary>What is wrong with the database itself: damaged pages, and what stands between a table and whoever reads it.</summary>
internal static class DatabaseCheck
{
    private const string Sound = "ok";

    /// <param name="connection">A connection to it.</param>
    /// <param name="dialect">Its dialect.</param>
    /// <param name="beside">The schema files of tables that whoever works with the ledger keeps beside it.</param>
    internal static IEnumerable<LedgerFault> Wrong(DbConnection connection, Dialect dialect, IEnumerable<string> beside) =>
        from finding in Damaged(connection, dialect).Concat(OfSchema(connection, dialect, beside))
        select new LedgerFault(LedgerPlaces.Database(), 0, finding);

    private static IEnumerable<Message> Damaged(DbConnection connection, Dialect dialect) =>
        dialect.Damage is not { } sql
            ? []
            : connection.Read(sql, r => r.GetString(0)).Where(line => line != Sound).Select(DatabaseFindings.Damaged);

    // A trigger may take away what was written, a view tell a table otherwise, and a default or a key say that something was done.
    private static IEnumerable<Message> OfSchema(DbConnection connection, Dialect dialect, IEnumerable<string> beside)
    {
        var applied = SchemaFiles.Applied(connection, dialect);
        foreach (var version in applied.Except(SchemaFiles.All))
            yield return DatabaseFindings.UnknownSchema(version);
        foreach (var version in SchemaFiles.All.Except(applied))
            yield return DatabaseFindings.SchemaLeft(version);
        var order = applied.ToHashSet().SetEquals(SchemaFiles.All) ? applied : SchemaFiles.All;
        var made = SchemaObject.MadeBy(SchemaFiles.Texts(order, dialect).Concat(beside), dialect);
        foreach (var wrong in Between(made, SchemaObject.In(connection, dialect)))
            yield return wrong;
    }

    // A table that another program keeps in the file touches none of ours; whatever acts may.
    private static IEnumerable<Message> Between(IReadOnlyCollection<SchemaObject> made, IReadOnlyCollection<SchemaObject> found)
    {
        var there = found.ToDictionary(o => (o.Kind, o.Name));
        foreach (var expected in made.Except(found))
            yield return there.Remove((expected.Kind, expected.Name))
                ? DatabaseFindings.Changed(expected)
                : DatabaseFindings.Gone(expected);
        var ours = made.Select(o => o.Table).ToHashSet(StringComparer.Ordinal);
        foreach (
            var strange in there
                .Values.Except(made)
                .Where(o => o.Kind is "view" or "trigger" || (o.Kind == "index" && ours.Contains(o.Table)))
        )
            yield return DatabaseFindings.Strange(strange);
    }
}

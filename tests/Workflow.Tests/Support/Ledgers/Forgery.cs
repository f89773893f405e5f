using Dapper;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Databases;

namespace Workflow.Tests.Support.Ledgers;

/// <summary>Changes an entry as somebody would who knows how the chain is made: every later hash and the head are made anew.</summary>
internal static class Forgery
{
    internal static void Plant(Database database, string number, long entry, Func<LedgerEntry, LedgerEntry> change)
    {
        using var connection = database.Connect();
        var previous = LedgerJson.Genesis;
        foreach (
            var (at, hash, body) in connection
                .Query<(long, string, string)>(
                    "select entry_no, hash, body from entries where case_no = @number order by entry_no",
                    new { number }
                )
                .ToList()
        )
        {
            var kept = LedgerJson.ReadEntry(body) with { Previous = previous };
            var forged = LedgerJson.Write(at == entry ? change(kept) : kept);
            previous = LedgerJson.Hash(forged);
            if (previous != hash)
                connection.Execute(
                    "update entries set hash = @previous, body = @forged where case_no = @number and entry_no = @at",
                    new
                    {
                        previous,
                        forged,
                        number,
                        at,
                    }
                );
        }

        connection.Execute("update heads set hash = @previous where case_no = @number", new { previous, number });
    }
}

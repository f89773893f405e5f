using System.Data;
using System.Data.Common;
using Dapper;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Databases;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Ledger;

/// <summary>A row of entries, as it is stored.</summary>
internal sealed record StoredEntry(string CaseNo, long EntryNo, string Hash, string Body)
{
    internal static StoredEntry Of(IDataReader row) =>
        new(row.TextOrNull(0) ?? "", row.IsDBNull(1) ? 0 : row.GetInt64(1), row.TextOrNull(2) ?? "", row.TextOrNull(3) ?? "");

    /// <summary>Returns what it says.</summary>
    /// <exception cref="UnreadableException">It is no entry.</exception>
    internal LedgerEntry Read() => Stored.Read(StoredThing.Entry(CaseNo, EntryNo), () => LedgerJson.ReadEntry(Body));

    /// <summary>The line of an export that it stands in, from 1; null in a database.</summary>
    internal long? Line { get; init; }
}

/// <summary>Reads the whole ledger case by case within one snapshot; only one case is in memory at a time.</summary>
internal sealed class LedgerScan : IDisposable
{
    private readonly DbConnection _connection;

    internal LedgerScan(Database database)
    {
        _connection = database.Connect();
        _connection.Execute("begin transaction");
    }

    internal DbConnection Connection => _connection;

    /// <summary>Returns each case with its entries, in the order of their numbers; only one case where its number is given.</summary>
    internal IEnumerable<(string Case, List<StoredEntry> Entries)> Cases(string? number = null)
    {
        var of = new List<StoredEntry>();
        foreach (var entry in number is null ? Entries() : Entries(number))
        {
            if (of.Count > 0 && of[0].CaseNo != entry.CaseNo)
            {
                yield return (of[0].CaseNo, of);
                of = [];
            }

            of.Add(entry);
        }

        if (of.Count > 0)
            yield return (of[0].CaseNo, of);
    }

    /// <summary>Returns every entry, case by case in the order of their numbers, one at a time.</summary>
    internal IEnumerable<StoredEntry> Entries() => _connection.Read($"{Columns} order by case_no, entry_no", StoredEntry.Of);

    /// <summary>Returns the entries of one case in the order of their numbers.</summary>
    internal IEnumerable<StoredEntry> Entries(string number) =>
        _connection.Read($"{Columns} where case_no = @number order by entry_no", StoredEntry.Of, new { number });

    /// <summary>Returns the entries of the access logs, log by log, one at a time; the log stands where a case's number does.</summary>
    internal IEnumerable<StoredEntry> AccessEntries() =>
        _connection.Read("select log, entry_no, hash, body from access_entries order by log, entry_no", StoredEntry.Of);

    public void Dispose()
    {
        _connection.Execute("rollback transaction");
        _connection.Dispose();
    }

    private const string AccessColumns = "select log, entry_no, hash, body from access_entries order by log, entry_no";

    /// <summary>Begins a query for <see cref="StoredEntry.Of"/>.</summary>
    internal const string Columns = "select case_no, entry_no, hash, body from entries";
}

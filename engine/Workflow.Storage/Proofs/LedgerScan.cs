using System.Data.Common;
using Dapper;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Proofs;

/// <summary>A row of entries, as it is stored.</summary>
internal sealed record StoredEntry(string CaseNo, long EntryNo, string Hash, string Body)
{
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

        if (of.Count > 0) yield return (of[0].CaseNo, of);
    }

    /// <summary>Returns every entry, case by case in the order of their numbers, one at a time.</summary>
    internal IEnumerable<StoredEntry> Entries() => _connection.Query<StoredEntry>($"{Columns} order by case_no, entry_no", buffered: false);

    /// <summary>Returns the entries of one case in the order of their numbers.</summary>
    internal IEnumerable<StoredEntry> Entries(string number) => _connection.Query<StoredEntry>($"{Columns} where case_no = @number order by entry_no", new { number }, buffered: false);

    /// <summary>Returns the entries of the access logs, log by log, one at a time; the log stands where a case's number does.</summary>
    internal IEnumerable<StoredEntry> AccessEntries() => _connection.Query<StoredEntry>(
        "select log as CaseNo, entry_no as EntryNo, hash as Hash, body as Body from access_entries order by log, entry_no", buffered: false);

    public void Dispose()
    {
        _connection.Execute("rollback transaction");
        _connection.Dispose();
    }

    private const string Columns = "select case_no as CaseNo, entry_no as EntryNo, hash as Hash, body as Body from entries";
}

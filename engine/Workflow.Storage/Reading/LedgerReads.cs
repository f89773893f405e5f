using Workflow.Engine.Record.Entries;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Reading;

/// <summary>Reads the whole ledger in one snapshot, as often as wanted: what is written meanwhile is not seen. Only one case is in memory at a time.</summary>
public sealed class LedgerReads : IDisposable
{
    private readonly LedgerScan _scan;

    /// <summary>Opens the ledger for reading.</summary>
    /// <param name="database">The database.</param>
    public LedgerReads(Database database) => _scan = new LedgerScan(database);

    /// <summary>Returns the entries of each case in order, the cases in the order of their numbers.</summary>
    /// <remarks>One enumeration must end before the next begins.</remarks>
    public IEnumerable<IReadOnlyList<LedgerEntry>> Cases() =>
        _scan.Cases().Select(c => (IReadOnlyList<LedgerEntry>)[.. c.Entries.Select(e => e.Read())]);

    /// <summary>Ends the snapshot.</summary>
    public void Dispose() => _scan.Dispose();
}

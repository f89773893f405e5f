using System.Collections.Immutable;
using Dapper;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Proofs.Rebuilding;

/// <summary>Computes from the ledger alone every row that is a function of it, and compares or repairs the live rows. One case is in memory at a time.</summary>
/// <param name="database">The database.</param>
/// <param name="processes">Its published definitions.</param>
public sealed class Rebuild(Database database, PublishedProcesses processes)
{
    /// <summary>Compares, in one snapshot, beside live work; empty when the live rows are what the ledger entails.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ImmutableArray<RowDifference> Compare(CancellationToken cancellation = default)
    {
        using var scan = new LedgerScan(database);
        var found = ImmutableArray.CreateBuilder<RowDifference>();
        var serials = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (number, entries) in scan.Cases())
        {
            cancellation.ThrowIfCancellationRequested();
            var expected = Projection.Of(entries, processes);
            var live = Stored.Read(StoredThing.Rows(number), () => LiveRows.Of(number, scan.Connection));
            found.AddRange(RowDifference.Between(number, expected, live));
            foreach (var (series, next) in expected.Serials)
                serials[series] = Math.Max(serials.GetValueOrDefault(series), next);
        }

        found.AddRange(Strangers(scan));
        found.AddRange(AccessColumns.Wrong(scan.Connection).Select(w => new RowDifference(AccessTable, $"{w.Log} #{w.Number}", w.Finding)));
        found.AddRange(Serials(scan, serials));
        return found.ToImmutable();
    }

    /// <summary>Repairs the live rows of the cases that differ, each in a transaction of its own, and returns what differed. Messages already sent stay sent.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<ImmutableArray<RowDifference>> Replace(CancellationToken cancellation = default)
    {
        var (found, repair) = (Compare(cancellation), new Repair(processes));
        var numbers = found.Where(f => f.Table is not (SerialTable or AccessTable)).Select(f => f.Case);
        foreach (var number in numbers.Distinct(StringComparer.Ordinal))
            await database.Write(session => repair.Run(number, session), cancellation).ConfigureAwait(false);
        if (found.Any(f => f.Table == SerialTable))
            await database.Write(repair.Serials, cancellation).ConfigureAwait(false);
        if (found.Any(f => f.Table == AccessTable))
            await database.Write(AccessColumns.Repair, cancellation).ConfigureAwait(false);
        return found;
    }

    private const string SerialTable = "serials";

    private const string AccessTable = "access_entries";

    private static IEnumerable<RowDifference> Strangers(LedgerScan scan) =>
        from table in Projection.TableNames
        from number in scan.Connection.Query<string>(WithoutEntries(table))
        select new RowDifference(table, number, RowFindings.OfNoCase());

    private static IEnumerable<RowDifference> Serials(LedgerScan scan, Dictionary<string, long> expected)
    {
        var live = scan
            .Connection.Read("select series, next from serials", r => (Series: r.GetString(0), Next: r.GetInt64(1)))
            .ToDictionary(s => s.Series, s => s.Next, StringComparer.Ordinal);
        return from series in expected.Keys.Union(live.Keys).Order(StringComparer.Ordinal)
            let pair = (Expected: expected.GetValueOrDefault(series, 1), Found: live.GetValueOrDefault(series, 1))
            where pair.Expected != pair.Found
            select new RowDifference(SerialTable, series, RowFindings.OtherSerial(pair.Expected, pair.Found));
    }

    private static string WithoutEntries(string table) =>
        $"select distinct case_no from {table} t where not exists (select 1 from entries e where e.case_no = t.case_no)";
}

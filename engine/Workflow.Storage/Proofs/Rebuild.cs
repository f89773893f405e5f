using System.Collections.Immutable;
using Dapper;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Publishing;

namespace Workflow.Storage.Proofs;

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
            found.AddRange(RowDifference.Between(number, expected, Stored.Read($"the rows of case {number}", () => LiveRows.Of(number, scan.Connection))));
            foreach (var (series, next) in expected.Serials) serials[series] = Math.Max(serials.GetValueOrDefault(series), next);
        }

        found.AddRange(Strangers(scan));
        found.AddRange(AccessColumns.Wrong(scan.Connection).Select(w => new RowDifference(AccessTable, $"{w.Log} #{w.Number}", w.Words)));
        found.AddRange(Serials(scan, serials));
        return found.ToImmutable();
    }

    /// <summary>Repairs the live rows of the cases that differ, each in a transaction of its own, and returns what differed. Messages already sent stay sent.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<ImmutableArray<RowDifference>> Replace(CancellationToken cancellation = default)
    {
        var found = Compare(cancellation);
        var repair = new Repair(processes);
        foreach (var number in found.Where(f => f.Table is not (SerialTable or AccessTable)).Select(f => f.Case).Distinct(StringComparer.Ordinal))
            await database.Write(session => repair.Run(number, session), cancellation).ConfigureAwait(false);
        if (found.Any(f => f.Table == SerialTable)) await database.Write(repair.Serials, cancellation).ConfigureAwait(false);
        if (found.Any(f => f.Table == AccessTable)) await database.Write(AccessColumns.Repair, cancellation).ConfigureAwait(false);
        return found;
    }

    private const string SerialTable = "serials";

    private const string AccessTable = "access_entries";

    private static IEnumerable<RowDifference> Strangers(LedgerScan scan) =>
        LiveRows.Tables.SelectMany(table => scan.Connection
            .Query<string>($"select distinct case_no from {table} t where not exists (select 1 from entries e where e.case_no = t.case_no)")
            .Select(number => new RowDifference(table, number, "Expected no row of a case without entries, but found some.")));

    private static IEnumerable<RowDifference> Serials(LedgerScan scan, Dictionary<string, long> expected)
    {
        var live = scan.Connection.Query<(string Series, long Next)>("select series, next from serials").ToDictionary(s => s.Series, s => s.Next, StringComparer.Ordinal);
        return expected.Keys.Union(live.Keys).Order(StringComparer.Ordinal)
            .Where(series => expected.GetValueOrDefault(series, 1) != live.GetValueOrDefault(series, 1))
            .Select(series => new RowDifference(SerialTable, series, $"Expected the next serial {expected.GetValueOrDefault(series, 1)}, but it is {live.GetValueOrDefault(series, 1)}."));
    }
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Content;
using Workflow.Storage.Reading;

namespace Workflow.Storage.Proofs.Readjudicating;

/// <summary>Decides every recorded command again with the recorded definition, facts, calendar and rules version, and compares what comes of it.</summary>
/// <param name="database">The database.</param>
/// <param name="processes">Its published definitions.</param>
public sealed class Readjudicate(Database database, PublishedProcesses processes)
{
    // Often enough for a person to see it move, rarely enough to cost nothing.
    private const int ProgressEvery = 1_000;

    /// <summary>Decides the ledger again, in one snapshot, beside live work; several cases at a time.</summary>
    /// <param name="number">The only case; null for all.</param>
    /// <param name="progress">Told how many commands were decided again; null for nobody.</param>
    /// <param name="cancellation">Stops between cases.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ReadjudicationReport Run(string? number = null, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        using var scan = new LedgerScan(database);
        var (vault, count) = (new VaultCheck(scan.Connection), new Count(progress));
        var again = new DecideAgain(processes, Calendars(scan));
        // One case is handed out at a time: they are long and short, and only those at work are in memory.
        var handed = Partitioner.Create(Looked(scan, number, vault), EnumerablePartitionerOptions.NoBuffering);
        var several = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(handed, several, entries => count.Add(entries.Count, again.Case(entries)));
        count.Add(0, vault.Missing.Select(m => new DecisionDifference(m.Case, m.Entry, m.Finding)));
        return count.Report(vault.Erased);
    }

    private static Dictionary<string, Lazy<WorkCalendar>> Calendars(LedgerScan scan) =>
        scan
            .Connection.Pairs("select digest, canonical from calendars")
            .ToDictionary(c => c.First, c => new Lazy<WorkCalendar>(() => CalendarReads.Read(c.First, c.Second)), StringComparer.Ordinal);

    // The cases are read one after another by the same connection: so is the vault.
    private static IEnumerable<List<StoredEntry>> Looked(LedgerScan scan, string? number, VaultCheck vault)
    {
        foreach (var (found, entries) in scan.Cases(number))
        {
            foreach (var entry in entries)
                vault.Look(found, entry);
            yield return entries;
        }
    }

    /// <summary>What was found so far, by several threads.</summary>
    private sealed class Count(IProgress<long>? progress)
    {
        private readonly ConcurrentBag<DecisionDifference> _differences = [];
        private long _cases;
        private long _decisions;

        internal void Add(int decisions, IEnumerable<DecisionDifference> differences)
        {
            foreach (var difference in differences)
                _differences.Add(difference);
            if (decisions == 0)
                return;
            Interlocked.Increment(ref _cases);
            var done = Interlocked.Add(ref _decisions, decisions);
            if (done / ProgressEvery != (done - decisions) / ProgressEvery)
                progress?.Report(done);
        }

        internal ReadjudicationReport Report(SortedDictionary<string, int> erased)
        {
            progress?.Report(_decisions);
            ImmutableArray<DecisionDifference> sorted = [.. _differences.OrderBy(d => d.Case, StringComparer.Ordinal).ThenBy(d => d.Entry)];
            return new ReadjudicationReport(_cases, _decisions, sorted)
            {
                Erased = erased.ToImmutableSortedDictionary(StringComparer.Ordinal),
            };
        }
    }
}

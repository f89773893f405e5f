using System.Collections.Concurrent;
using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Publishing;
using Workflow.Storage.Reading;

namespace Workflow.Storage.Proofs;

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
        var calendars = scan.Connection.Pairs("select digest, canonical from calendars")
            .ToDictionary(c => c.First, c => new Lazy<WorkCalendar>(() => CalendarReads.Read(c.First, c.Second)), StringComparer.Ordinal);
        var (differences, cases, decisions) = (new ConcurrentBag<DecisionDifference>(), 0L, 0L);
        // One case is handed out at a time: they are long and short, and only those at work are in memory.
        var vault = new VaultCheck(scan.Connection);
        var handed = Partitioner.Create(Looked(scan, number, vault), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(handed, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, x =>
        {
            foreach (var difference in Case(x.Entries, calendars)) differences.Add(difference);
            Interlocked.Increment(ref cases);
            var done = Interlocked.Add(ref decisions, x.Entries.Count);
            if (done / ProgressEvery != (done - x.Entries.Count) / ProgressEvery) progress?.Report(done);
        });
        foreach (var missing in vault.Missing) differences.Add(new DecisionDifference(missing.Case, missing.Entry, missing.Words));
        progress?.Report(decisions);
        return new ReadjudicationReport(cases, decisions, [.. differences.OrderBy(d => d.Case, StringComparer.Ordinal).ThenBy(d => d.Entry)])
        {
            Erased = vault.Erased.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    // The cases are read one after another by the same connection: so is the vault.
    private static IEnumerable<(string Case, List<StoredEntry> Entries)> Looked(LedgerScan scan, string? number, VaultCheck vault)
    {
        foreach (var (found, entries) in scan.Cases(number))
        {
            foreach (var entry in entries) vault.Look(found, entry);
            yield return (found, entries);
        }
    }

    private IEnumerable<DecisionDifference> Case(IReadOnlyList<StoredEntry> entries, Dictionary<string, Lazy<WorkCalendar>> calendars)
    {
        var state = CaseState.Empty;
        foreach (var stored in entries)
        {
            var (found, after) = Again(state, stored, calendars);
            if (found is not null) yield return found;
            if (after is null) yield break;
            state = after;
        }
    }

    // The state after the entry is null where it cannot be known; the rest of the case then cannot be decided.
    private (DecisionDifference? Found, CaseState? After) Again(CaseState state, StoredEntry stored, Dictionary<string, Lazy<WorkCalendar>> calendars)
    {
        try
        {
            var entry = LedgerJson.ReadEntry(stored.Body);
            return (Difference(state, entry, calendars), CaseFold.Apply(state, entry.Events, entry.Stamp.RecordedAt));
        }
        // Whoever tampers with an entry can make it mean anything; what fails here is the entry, not the program.
        catch (Exception e) when (e is not (OperationCanceledException or System.Data.Common.DbException))
        {
            return (new DecisionDifference(stored.CaseNo, stored.EntryNo, $"Expected an entry that can be decided again, but it cannot, and none after it was: {e.Message}"), null);
        }
    }

    private DecisionDifference? Difference(CaseState state, LedgerEntry entry, Dictionary<string, Lazy<WorkCalendar>> calendars)
    {
        if (entry.Rules != LedgerEntry.CurrentRules) return Of(entry, $"Expected rules version {LedgerEntry.CurrentRules}, but the entry was decided by version {entry.Rules}, which this program does not have.");
        if (processes.Find(entry.Definition) is not { } process) return Of(entry, $"Expected the definition {entry.Definition}, but it is not in the database.");
        if (!calendars.TryGetValue(entry.Stamp.Facts.Calendar, out var kept)) return Of(entry, $"Expected the calendar {entry.Stamp.Facts.Calendar}, but it is not in the database.");
        var from = entry.Command is MigrateCase ? processes.Find(state.Definition) : null;
        return CaseDecider.Decide(process, state, entry.Command, entry.Stamp.With(kept.Value), from) switch
        {
            Accepted accepted => First(entry, accepted.Events),
            Refused refused => Of(entry, $"Expected the recorded events, but deciding again refuses with {refused.Refusal}"),
            _ => Of(entry, "Expected the recorded events, but deciding again wants more numbers."),
        };
    }

    // Recorded events are compared in the form in which this program writes them: an older form says the same.
    private static DecisionDifference? First(LedgerEntry entry, ImmutableArray<CaseEvent> decided)
    {
        for (var i = 0; i < Math.Max(entry.Events.Length, decided.Length); i++)
        {
            var (was, now) = (At(entry.Events, i), At(decided, i));
            if (was != now) return new DecisionDifference(entry.Case, entry.Number, $"Expected event {i + 1} as recorded, but deciding again gives {(now is null ? "none" : "another")}.", i + 1, was, now);
        }

        return null;
    }

    private static string? At(ImmutableArray<CaseEvent> events, int place) => place < events.Length ? LedgerJson.Write(events[place]) : null;

    private static DecisionDifference Of(LedgerEntry entry, string words) => new(entry.Case, entry.Number, words);
}

/// <summary>What deciding again found.</summary>
/// <param name="Cases">Cases gone through.</param>
/// <param name="Decisions">Commands decided again.</param>
/// <param name="Differences">Where it comes out differently, by case and entry; empty when nowhere.</param>
public sealed record ReadjudicationReport(long Cases, long Decisions, ImmutableArray<DecisionDifference> Differences)
{
    /// <summary>How many sealed values of a case were erased by a recorded order: not a difference, since decisions were made without them.</summary>
    public ImmutableSortedDictionary<string, int> Erased { get; init; } = ImmutableSortedDictionary<string, int>.Empty;
}

/// <summary>A decision that comes out differently.</summary>
/// <param name="Case">The case.</param>
/// <param name="Entry">The entry's number.</param>
/// <param name="Words">Expected …, but ….</param>
/// <param name="Event">The first event that differs, counted from 1; null where no events can be compared.</param>
/// <param name="Recorded">That event's JSON as recorded; null where the record has no such event.</param>
/// <param name="Decided">That event's JSON as decided again; null where it does not happen.</param>
public sealed record DecisionDifference(string Case, long Entry, string Words, int? Event = null, string? Recorded = null, string? Decided = null);

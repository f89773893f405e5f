using System.Collections.Immutable;
using Dapper;
using Workflow.Engine.Calendars;
using Workflow.Engine.Cases;
using Workflow.Engine.Evidence;
using Workflow.Storage.Databases;
using Workflow.Storage.Publishing;
using Workflow.Storage.Vaults;

namespace Workflow.Storage.Proofs;

/// <summary>Decides every recorded command again with the recorded definition, facts and calendar, and compares what comes of it.</summary>
/// <param name="database">The database.</param>
/// <param name="processes">Its published definitions.</param>
public sealed class Readjudicate(Database database, PublishedProcesses processes)
{
    /// <summary>Decides the whole ledger again, in one snapshot, beside live work.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ReadjudicationReport Run(CancellationToken cancellation = default)
    {
        using var scan = new LedgerScan(database);
        var calendars = scan.Connection.Query<(string Digest, string Canonical)>("select digest, canonical from calendars")
            .ToDictionary(c => c.Digest, c => WorkCalendar.Parse(c.Canonical), StringComparer.Ordinal);
        var differences = ImmutableArray.CreateBuilder<LedgerFault>();
        var vault = new VaultCheck(scan.Connection);
        var decisions = 0L;
        foreach (var (number, entries) in scan.Cases())
        {
            cancellation.ThrowIfCancellationRequested();
            decisions += entries.Count;
            differences.AddRange(Case(entries, calendars));
            foreach (var entry in entries) vault.Look(number, entry);
        }

        differences.AddRange(vault.Missing);
        return new ReadjudicationReport(decisions, differences.ToImmutable()) { Erased = vault.Erased.ToImmutableSortedDictionary(StringComparer.Ordinal) };
    }

    private IEnumerable<LedgerFault> Case(IReadOnlyList<StoredEntry> entries, Dictionary<string, WorkCalendar> calendars)
    {
        var state = CaseState.Empty;
        foreach (var stored in entries)
        {
            var (words, after) = Again(state, stored, calendars);
            if (words is not null) yield return new LedgerFault(stored.CaseNo, stored.EntryNo, words);
            if (after is null) yield break;
            state = after;
        }
    }

    // The state after the entry is null where it cannot be known; the rest of the case then cannot be decided.
    private (string? Words, CaseState? After) Again(CaseState state, StoredEntry stored, Dictionary<string, WorkCalendar> calendars)
    {
        try
        {
            var entry = LedgerJson.ReadEntry(stored.Body);
            return (Difference(state, entry, stored.Body, calendars), CaseFold.Apply(state, entry.Events, entry.Stamp.RecordedAt));
        }
        // Whoever tampers with an entry can make it mean anything; what fails here is the entry, not the program.
        catch (Exception e) when (e is not (OperationCanceledException or System.Data.Common.DbException))
        {
            return ($"Expected an entry that can be decided again, but it cannot, and none after it was: {e.Message}", null);
        }
    }

    private string? Difference(CaseState state, LedgerEntry entry, string body, Dictionary<string, WorkCalendar> calendars)
    {
        if (processes.Find(entry.Definition) is not { } process) return $"Expected the definition {entry.Definition}, but it is not in the database.";
        if (!calendars.TryGetValue(entry.Stamp.Facts.Calendar, out var calendar)) return $"Expected the calendar {entry.Stamp.Facts.Calendar}, but it is not in the database.";
        return CaseDecider.Decide(process, state, entry.Command, entry.Stamp.With(calendar)) switch
        {
            Accepted accepted => LedgerJson.Write(entry with { Events = accepted.Events }) == body ? null : "Expected the recorded events, but deciding again gives others.",
            Refused refused => $"Expected the recorded events, but deciding again refuses: {refused.Refusal.Sentence}",
            _ => "Expected the recorded events, but deciding again wants more numbers.",
        };
    }
}

/// <summary>What deciding again found.</summary>
/// <param name="Decisions">Commands decided again.</param>
/// <param name="Differences">Where it comes out differently; empty when nowhere.</param>
public sealed record ReadjudicationReport(long Decisions, ImmutableArray<LedgerFault> Differences)
{
    /// <summary>How many sealed values of a case were erased by a recorded order: not a difference, since decisions were made without them.</summary>
    public ImmutableSortedDictionary<string, int> Erased { get; init; } = ImmutableSortedDictionary<string, int>.Empty;
}

using System.Collections.Immutable;
using Dapper;
using Workflow.Engine.Calendars;
using Workflow.Engine.Cases;
using Workflow.Engine.Evidence;
using Workflow.Storage.Databases;
using Workflow.Storage.Publishing;

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
        var decisions = 0L;
        foreach (var (_, entries) in scan.Cases())
        {
            cancellation.ThrowIfCancellationRequested();
            decisions += entries.Count;
            differences.AddRange(Case(entries, calendars));
        }

        return new ReadjudicationReport(decisions, differences.ToImmutable());
    }

    private IEnumerable<LedgerFault> Case(IReadOnlyList<StoredEntry> entries, Dictionary<string, WorkCalendar> calendars)
    {
        var state = CaseState.Empty;
        foreach (var stored in entries)
        {
            var entry = LedgerJson.ReadEntry(stored.Body);
            if (Difference(state, entry, stored.Body, calendars) is { } words) yield return new LedgerFault(entry.Case, entry.Number, words);
            state = CaseFold.Apply(state, entry.Events, entry.Stamp.RecordedAt);
        }
    }

    private string? Difference(CaseState state, LedgerEntry entry, string body, Dictionary<string, WorkCalendar> calendars)
    {
        if (processes.Find(entry.Definition) is not { } process) return $"Expected the definition {entry.Definition}, but it is not in the database.";
        if (!calendars.TryGetValue(entry.Stamp.Facts.Calendar, out var calendar)) return $"Expected the calendar {entry.Stamp.Facts.Calendar}, but it is not in the database.";
        var from = entry.Command is MigrateCase ? processes.Find(state.Definition) : null;
        return CaseDecider.Decide(process, state, entry.Command, entry.Stamp.With(calendar), from) switch
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
public sealed record ReadjudicationReport(long Decisions, ImmutableArray<LedgerFault> Differences);

using Workflow.Engine.Calendars;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Statistics;
using Workflow.Host.Opening;
using Workflow.Storage.Databases;
using Workflow.Storage.Publishing;
using Workflow.Storage.Reading;

namespace Workflow.Host.Mining;

/// <summary>Counts the cases of a database, one after another.</summary>
public static class LedgerTally
{
    /// <summary>Returns the counts of a span.</summary>
    /// <param name="database">The database.</param>
    /// <param name="from">The first day, included; null from the beginning.</param>
    /// <param name="to">The last day, included; null to the end.</param>
    /// <param name="today">The last day that is known where the span has no end; null for the day of the ledger's last entry.</param>
    /// <param name="cancellation">Stops between cases.</param>
    /// <exception cref="OpeningRefusedException">A definition is missing.</exception>
    public static LedgerCounts Of(Database database, DateOnly? from, DateOnly? to, DateOnly? today, CancellationToken cancellation)
    {
        // An entry that a rule recorded late is of an earlier day than the ledger: that day would hide every overdue day after it.
        var asOf =
            to
            ?? today
            ?? (new CaseReads(database).LastRecorded() is { } last ? DateOnly.FromDateTime(last.UtcDateTime) : DateOnly.MaxValue);
        var counts = new LedgerCounts(from, to);
        var (processes, calendars, known) = (
            new PublishedProcesses(database),
            new CalendarReads(database),
            new Dictionary<string, WorkCalendar?>()
        );
        using var ledger = new LedgerReads(database);
        foreach (var entries in ledger.Cases())
        {
            cancellation.ThrowIfCancellationRequested();
            var definitions = CaseDefinitions.Of(
                entries,
                digest => processes.Find(digest) ?? throw OpeningRefusals.DefinitionMissing(entries[0].Case, digest)
            );
            Stored.Read(StoredThing.Case(entries[0].Case), () => Add(counts, definitions, entries));
        }

        return counts;

        bool Add(LedgerCounts into, CaseDefinitions definitions, IReadOnlyList<LedgerEntry> entries)
        {
            into.Add(definitions, entries, Calendar, asOf);
            return true;
        }

        WorkCalendar? Calendar(string digest) =>
            known.TryGetValue(digest, out var calendar) ? calendar : known[digest] = calendars.Find(digest);
    }
}

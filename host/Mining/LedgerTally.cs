using Workflow.Engine.Calendars;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Statistics;
using Workflow.Host.Opening;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Reading;

namespace Workflow.Host.Mining;

/// <summary>Counts the cases of a database, one after another.</summary>
public static class LedgerTally
{
    /// <summary>Returns the counts of a span.</summary>
    /// <param name="database">The database.</param>
    /// <param name="span">The days counted.</param>
    /// <param name="told">Told of each case that is counted; null for nobody.</param>
    /// <param name="cancellation">Stops between cases.</param>
    /// <exception cref="OpeningRefusedException">A definition is missing.</exception>
    public static LedgerCounts Of(Database database, CountedSpan span, Action<CountedCase>? told, CancellationToken cancellation)
    {
        var counts = new LedgerCounts(span.From, span.To) { Told = told };
        var (processes, asOf) = (new PublishedProcesses(database), AsOf(database, span));
        var calendars = Calendars(database);
        using var ledger = new LedgerReads(database);
        foreach (var entries in ledger.Cases())
        {
            cancellation.ThrowIfCancellationRequested();
            var definitions = Definitions(entries, processes);
            Stored.Read(StoredThing.Case(entries[0].Case), () => Add(counts, definitions, entries, (calendars, asOf)));
        }

        return counts;
    }

    // Of the days ahead nothing is known: what runs is late today or not late, and no clock is counted on to the end of a span.
    private static DateOnly AsOf(Database database, CountedSpan span) =>
        (span.Today ?? LastDay(database)) is var known && span.To is { } to && to < known ? to : known;

    // An entry that a rule recorded late is of an earlier day than the ledger: that day would hide every overdue day after it.
    private static DateOnly LastDay(Database database) =>
        new CaseReads(database).LastRecorded() is { } last ? DateOnly.FromDateTime(last.UtcDateTime) : DateOnly.MaxValue;

    private static CaseDefinitions Definitions(IReadOnlyList<LedgerEntry> entries, PublishedProcesses processes) =>
        CaseDefinitions.Of(entries, digest => processes.Find(digest) ?? throw OpeningRefusals.DefinitionMissing(entries[0].Case, digest));

    private static bool Add(
        LedgerCounts into,
        CaseDefinitions definitions,
        IReadOnlyList<LedgerEntry> entries,
        (Func<string, WorkCalendar?> Calendars, DateOnly AsOf) by
    )
    {
        into.Add(definitions, entries, by.Calendars, by.AsOf);
        return true;
    }

    // Each calendar is read once.
    private static Func<string, WorkCalendar?> Calendars(Database database)
    {
        var (reads, known) = (new CalendarReads(database), new Dictionary<string, WorkCalendar?>());
        return digest => known.TryGetValue(digest, out var calendar) ? calendar : known[digest] = reads.Find(digest);
    }
}

/// <summary>The days that are counted.</summary>
/// <param name="From">The first day, included; null from the beginning.</param>
/// <param name="To">The last day, included; null to the end.</param>
/// <param name="Today">The last day that is known, however far the span reaches; null for the day of the ledger's last entry.</param>
public sealed record CountedSpan(DateOnly? From, DateOnly? To, DateOnly? Today = null);

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;
using Workflow.Engine.Calendars;
using Workflow.Engine.Evidence;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Engine.Views;
using Workflow.Host.Opening;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Reading;
using Workflow.Storage.Refusals;

namespace Workflow.Host.Replaying;

/// <summary>A case from its ledger alone, up to some entry: what every reading for auditors starts from.</summary>
/// <param name="Process">The definition it is bound to after them.</param>
/// <param name="Entries">The entries up to then, in order; at least one.</param>
/// <param name="State">Their fold.</param>
/// <param name="Total">How many entries the case has by now.</param>
/// <param name="Calendar">A calendar that entries stand on, by its digest.</param>
/// <param name="Glossary">The names that the whole ledger of the case holds.</param>
public sealed record RecordedCase(
    PublishedProcess Process,
    ImmutableArray<LedgerEntry> Entries,
    CaseState State,
    int Total,
    Func<string, WorkCalendar> Calendar,
    Glossary Glossary
)
{
    /// <summary>The definitions that its entries name.</summary>
    public CaseDefinitions Definitions => CaseDefinitions.Of(Entries, Glossary.Bound);

    /// <summary>What people call its things.</summary>
    public CaseWords Names(Language language) => new(Glossary, Process, State, language);

    /// <summary>The calendar of its last entry: its zone tells the days.</summary>
    public WorkCalendar LastCalendar => Calendar(Entries[^1].Stamp.Facts.Calendar);

    /// <summary>Reads a case; null when there is none with this number.</summary>
    /// <exception cref="UnreadableException">What is stored of it is no case.</exception>
    public static RecordedCase? Find(string number, Database database, PublishedProcesses processes)
    {
        var reads = new CalendarReads(database);
        var known = new ConcurrentDictionary<string, WorkCalendar>(StringComparer.Ordinal);
        return Stored.Read(
            StoredThing.Case(number),
            () =>
                Of(
                    [.. new CaseReads(database).Timeline(number).Select(k => k.Entry)],
                    digest => Bound(processes, digest),
                    digest => known.GetOrAdd(digest, d => Found(reads, d))
                )
        );
    }

    /// <summary>Reads a case for a verb.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="database">The database.</param>
    /// <param name="file">What the person calls the database.</param>
    /// <exception cref="OpeningRefusedException">There is none with this number.</exception>
    internal static RecordedCase Require(string number, Database database, string file) =>
        Find(number, database, new PublishedProcesses(database)) ?? throw OpeningRefusals.NoCaseIn(file, number);

    /// <summary>The case as somebody sees it.</summary>
    public RecordedCase SeenBy(Viewer viewer)
    {
        if (!viewer.IsOutside)
            return this;
        var seen = Seeing.Of(Entries, viewer, Glossary.Bound);
        return this with { Entries = seen, State = EntryFold.Of(seen), Total = seen.Length };
    }

    /// <summary>The case up to the entry that somebody sees under a number, whatever else it holds; null for a number of none.</summary>
    public RecordedCase? Through(Viewer viewer, int number) =>
        Seeing.Each(Entries, viewer, Glossary.Bound).ElementAtOrDefault(number - 1) is { } entry ? First((int)entry.Number) : null;

    /// <summary>A moment as the clocks of its authority show it.</summary>
    internal string Shown(DateTimeOffset at) => $"{LastCalendar.Local(at):yyyy-MM-dd'T'HH:mm:sszzz}";

    /// <summary>The moment of its first entry as those clocks show it.</summary>
    internal string Begun => Shown(Entries[0].Stamp.RecordedAt);

    /// <summary>The case as it was recorded by a moment, for a verb.</summary>
    /// <exception cref="OpeningRefusedException">Nothing was.</exception>
    internal RecordedCase RequireBy(DateTimeOffset moment) =>
        By(moment) ?? throw new OpeningRefusedException(RecordedRefusals.NotThen(this, moment));

    /// <summary>The case as it was recorded by a moment; null when nothing was.</summary>
    public RecordedCase? By(DateTimeOffset moment) => First(Entries.TakeWhile(e => e.Stamp.RecordedAt <= moment).Count());

    /// <summary>The case after its first entries; null for none of them or more than there are.</summary>
    public RecordedCase? First(int count) =>
        count < 1 || count > Entries.Length ? null
        : count == Entries.Length ? this
        : this with
        {
            Process = Glossary.Bound(Entries[count - 1].Definition),
            Entries = Entries[..count],
            State = EntryFold.Of(Entries[..count]),
        };

    private static RecordedCase? Of(
        ImmutableArray<LedgerEntry> entries,
        Func<string, PublishedProcess> bound,
        Func<string, WorkCalendar> calendar
    ) =>
        entries.IsEmpty
            ? null
            : new RecordedCase(
                bound(entries[^1].Definition),
                entries,
                EntryFold.Of(entries),
                entries.Length,
                calendar,
                Glossary.Of(entries, bound, calendar)
            );

    private static PublishedProcess Bound(PublishedProcesses processes, string digest) =>
        processes.Find(digest) ?? throw new InvalidOperationException($"Expected the definition {digest}, but it is not in the database.");

    private static WorkCalendar Found(CalendarReads reads, string digest) =>
        reads.Find(digest) ?? throw new InvalidOperationException($"Expected the calendar {digest}, but it is not in the database.");
}

using System.Collections.Immutable;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Proofs.Rebuilding;

/// <summary>Every row that a case's ledger entails.</summary>
internal sealed record Projection
{
    public required ImmutableArray<HeadRow> Heads { get; init; }

    public required ImmutableArray<ViewerRow> Viewers { get; init; }

    public required ImmutableArray<ClockRow> Clocks { get; init; }

    public required ImmutableArray<InboxRow> Inbox { get; init; }

    public required ImmutableArray<OutboxRow> Messages { get; init; }

    public required ImmutableArray<PendingRow> Pending { get; init; }

    public required ImmutableArray<FileRow> Files { get; init; }

    public required ImmutableArray<AssignmentRow> Assignments { get; init; }

    public required ImmutableArray<CopyRow> Copies { get; init; }

    public required ImmutableArray<AdoptionRow> Adoptions { get; init; }

    public required ImmutableArray<NumberRow> Numbers { get; init; }

    /// <summary>The recorded moment of each entry, by its number.</summary>
    public ImmutableDictionary<long, DateTimeOffset> Moments { get; init; } = ImmutableDictionary<long, DateTimeOffset>.Empty;

    /// <summary>The next serial of each series that the case took numbers from.</summary>
    public ImmutableDictionary<string, long> Serials { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>The tables whose rows are functions of the ledger and name their case.</summary>
    internal static IReadOnlyList<string> TableNames { get; } =
    [
        "heads",
        "viewer_rows",
        "clock_rows",
        "inbox_rows",
        "outbox_rows",
        "pending_rows",
        "file_rows",
        "assignment_rows",
        "copy_rows",
        "adoption_rows",
        "number_rows",
    ];

    /// <summary>The rows of every table, in the order of <see cref="TableNames"/>.</summary>
    internal IEnumerable<ProjectedTable> Tables =>
        TableNames.Zip(
            new IEnumerable<object>[] { Heads, Viewers, Clocks, Inbox, Messages, Pending, Files, Assignments, Copies, Adoptions, Numbers },
            (name, rows) => new ProjectedTable(name, rows)
        );

    /// <exception cref="UnreadableException">The entries are not those of a case.</exception>
    internal static Projection Of(IReadOnlyList<StoredEntry> stored, PublishedProcesses processes) =>
        Stored.Read(StoredThing.Entries(stored[0].CaseNo), () => Entailed(stored, processes));

    private static Projection Entailed(IReadOnlyList<StoredEntry> stored, PublishedProcesses processes)
    {
        var told = Told([.. stored.Select(s => s.Read())]);
        var last = told[^1].After;
        var process = processes.Bound(last.Definition);
        return new Projection
        {
            Heads = [HeadRow.Of(last, stored[^1].Hash)],
            Viewers = [.. ViewerRow.Of(last)],
            Clocks = CaseRows.Clocks(last),
            Inbox = CaseRows.Inbox(process, last),
            Messages = [.. told.SelectMany(t => CaseRows.Outbox(t.After, t.Entry.Events))],
            Pending = [.. told.SelectMany(t => CaseRows.Pending(t.After, t.Entry.Events))],
            Files = [.. told.SelectMany(t => FileRow.Of(t.After, t.Entry.Events))],
            Assignments = [.. told.SelectMany(t => AssignmentRow.Of(t.After, t.Entry.Events))],
            Copies = [.. told.SelectMany(t => CopyRow.Of(t.After, t.Entry.Events))],
            Adoptions = [.. told.SelectMany(t => AdoptionRow.Of(t.After, t.Entry.Events))],
            Numbers = NumberRow.Of(process, last),
            Moments = told.ToImmutableDictionary(t => t.Entry.Number, t => t.Entry.Stamp.RecordedAt),
            Serials = Next(told.Select(t => t.Entry)),
        };
    }

    private static List<(LedgerEntry Entry, CaseState After)> Told(List<LedgerEntry> entries)
    {
        var (told, state) = (new List<(LedgerEntry, CaseState)>(entries.Count), CaseState.Empty);
        foreach (var entry in entries)
        {
            state = CaseFold.Apply(state, entry.Events, entry.Stamp.RecordedAt);
            told.Add((entry, state));
        }

        return told;
    }

    private static ImmutableDictionary<string, long> Next(IEnumerable<LedgerEntry> entries) =>
        entries
            .SelectMany(e => NextSerials.After(e.Stamp.Facts, e.Events))
            .GroupBy(s => s.Series, s => s.Next)
            .ToImmutableDictionary(g => g.Key, g => g.Max());
}

/// <summary>The rows of one table.</summary>
/// <param name="Name">The table.</param>
/// <param name="Rows">Its rows; two that say the same are equal.</param>
internal sealed record ProjectedTable(string Name, IEnumerable<object> Rows);

using System.Collections.Immutable;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Publishing;

namespace Workflow.Storage.Proofs;

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

    /// <summary>The recorded moment of each entry, by its number.</summary>
    public ImmutableDictionary<long, DateTimeOffset> Moments { get; init; } = ImmutableDictionary<long, DateTimeOffset>.Empty;

    /// <summary>The next serial of each series that the case took numbers from.</summary>
    public ImmutableDictionary<string, long> Serials { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <exception cref="UnreadableException">The entries are not those of a case.</exception>
    internal static Projection Of(IReadOnlyList<StoredEntry> stored, PublishedProcesses processes) =>
        Stored.Read($"the entries of case {stored[0].CaseNo}", () => Entailed(stored, processes));

    private static Projection Entailed(IReadOnlyList<StoredEntry> stored, PublishedProcesses processes)
    {
        var entries = stored.Select(s => s.Read()).ToList();
        var states = After(entries);
        var last = states[^1];
        var process = processes.Find(last.Definition)
            ?? throw new InvalidOperationException($"Expected the definition {last.Definition} of case {last.Number}, but it is not in the database.");
        return new Projection
        {
            Heads = [EntryWriter.Head(last, stored[^1].Hash)],
            Viewers = [.. ViewerRow.Of(last)],
            Clocks = CaseRows.Clocks(last),
            Inbox = CaseRows.Inbox(process, last),
            Messages = [.. entries.Zip(states).SelectMany(x => CaseRows.Outbox(x.Second, x.First.Events))],
            Pending = [.. entries.Zip(states).SelectMany(x => CaseRows.Pending(x.Second, x.First.Events))],
            Files = [.. entries.Zip(states).SelectMany(x => FileRow.Of(x.Second, x.First.Events))],
            Assignments = [.. entries.Zip(states).SelectMany(x => AssignmentRow.Of(x.Second, x.First.Events))],
            Copies = [.. entries.Zip(states).SelectMany(x => CopyRow.Of(x.Second, x.First.Events))],
            Adoptions = [.. entries.Zip(states).SelectMany(x => AdoptionRow.Of(x.Second, x.First.Events))],
            Moments = entries.ToImmutableDictionary(e => e.Number, e => e.Stamp.RecordedAt),
            Serials = Next(entries),
        };
    }

    private static List<CaseState> After(List<LedgerEntry> entries)
    {
        var states = new List<CaseState>(entries.Count);
        foreach (var entry in entries)
            states.Add(CaseFold.Apply(states.Count == 0 ? CaseState.Empty : states[^1], entry.Events, entry.Stamp.RecordedAt));
        return states;
    }

    private static ImmutableDictionary<string, long> Next(List<LedgerEntry> entries) =>
        entries.SelectMany(e => NextSerials.After(e.Stamp.Facts, e.Events)).GroupBy(s => s.Series, s => s.Next).ToImmutableDictionary(g => g.Key, g => g.Max());
}

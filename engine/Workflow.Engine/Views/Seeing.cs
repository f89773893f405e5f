using System.Collections.Immutable;
using Workflow.Engine.Evidence;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;

namespace Workflow.Engine.Views;

/// <summary>Decides what somebody sees of a case. Everything that leaves the house passes here, and nothing else decides it.</summary>
public static class Seeing
{
    /// <summary>Returns those of a case's entries of which somebody sees anything, as they see them, numbered from 1 without a gap.</summary>
    /// <param name="entries">The entries from the first on; their end is what is known.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="bound">A definition by its digest.</param>
    public static ImmutableArray<LedgerEntry> Of(
        ImmutableArray<LedgerEntry> entries,
        Viewer viewer,
        Func<string, PublishedProcess> bound
    ) => [.. Each(entries, viewer, bound).Select(e => e.Seen)];

    /// <summary>The same, each with the number that it has in the ledger, which only those within the offices are shown.</summary>
    /// <inheritdoc cref="Of"/>
    public static ImmutableArray<SeenEntry> Each(ImmutableArray<LedgerEntry> entries, Viewer viewer, Func<string, PublishedProcess> bound)
    {
        if (!viewer.IsOutside)
            return [.. entries.Select(e => new SeenEntry(e.Number, e))];
        var definitions = CaseDefinitions.Of(entries, bound);
        var own = new OwnEvents(viewer.Person, definitions);
        var view = new PartyView(own, new ReceivedPapers(entries, definitions), EntryFold.Of(entries).Result is not null);
        return [.. entries.Select(e => view.Next(e) is { } seen ? new SeenEntry(e.Number, seen) : null).OfType<SeenEntry>()];
    }

    /// <summary>What was asked in an entry, for one who sees it word for word; null where only its events are for them.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="viewer">Who looks.</param>
    public static CaseCommand? Asked(LedgerEntry entry, Viewer viewer) =>
        !viewer.IsOutside || entry.Stamp.Actor == viewer.Person || entry.Stamp.For == viewer.Person ? entry.Command : null;
}

/// <summary>An entry as somebody sees it.</summary>
/// <param name="Number">Its number in the ledger, from 1.</param>
/// <param name="Seen">What they see of it, numbered among those of which they see anything.</param>
public sealed record SeenEntry(long Number, LedgerEntry Seen);

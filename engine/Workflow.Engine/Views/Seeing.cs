using System.Collections.Immutable;
using Workflow.Engine.Evidence;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;

namespace Workflow.Engine.Views;

/// <summary>Decides what somebody sees of a case. Everything that leaves the house passes here, and nothing else decides it.</summary>
public static class Seeing
{
    /// <summary>Returns a case's entries as somebody sees them: as many, with their numbers, some of them without events.</summary>
    /// <param name="entries">The entries from the first on; their end is what is known.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="bound">A definition by its digest.</param>
    public static ImmutableArray<LedgerEntry> Of(ImmutableArray<LedgerEntry> entries, Viewer viewer, Func<string, PublishedProcess> bound)
    {
        if (!viewer.IsOutside)
            return entries;
        var definitions = CaseDefinitions.Of(entries, bound);
        var own = new OwnEvents(viewer.Person, definitions);
        var view = new PartyView(own, new ReceivedPapers(entries, definitions), EntryFold.Of(entries).Result is not null);
        return [.. entries.Select(view.Next)];
    }

    /// <summary>What was asked in an entry, for one who sees it word for word; null where only its events are for them.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="viewer">Who looks.</param>
    public static CaseCommand? Asked(LedgerEntry entry, Viewer viewer) =>
        !viewer.IsOutside || entry.Stamp.Actor == viewer.Person || entry.Stamp.For == viewer.Person ? entry.Command : null;
}

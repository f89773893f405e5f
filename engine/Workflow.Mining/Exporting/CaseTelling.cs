using System.Collections.Immutable;
using Workflow.Engine.Evidence;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;

namespace Workflow.Mining.Exporting;

/// <summary>Tells a case from its entries. Nothing is decided again: what is told stands in the entries.</summary>
public static class CaseTelling
{
    /// <summary>Returns a case that was never moved to another definition, as it stands after its entries.</summary>
    /// <param name="process">The definition that binds it.</param>
    /// <param name="entries">All its entries in order; at least one.</param>
    public static LoggedCase Tell(PublishedProcess process, IEnumerable<LedgerEntry> entries) =>
        Tell(new CaseDefinitions(process), entries);

    /// <summary>Returns the case as it stands after its entries.</summary>
    /// <param name="definitions">The definitions that it was bound to.</param>
    /// <param name="entries">All its entries in order; at least one.</param>
    public static LoggedCase Tell(CaseDefinitions definitions, IEnumerable<LedgerEntry> entries)
    {
        var (state, events) = (CaseState.Empty, ImmutableArray.CreateBuilder<LoggedEvent>());
        DateTimeOffset? concluded = null;
        foreach (var entry in entries)
        {
            if (entry.Events.Any(e => e is CaseConcluded))
                concluded = entry.Stamp.RecordedAt;
            state = Tell(definitions, entry, state, events);
        }

        return new LoggedCase
        {
            Number = state.Number,
            Process = definitions.Latest,
            State = state,
            ConcludedAt = concluded,
            Events = events.ToImmutable(),
        };
    }

    private static CaseState Tell(
        CaseDefinitions definitions,
        LedgerEntry entry,
        CaseState state,
        ImmutableArray<LoggedEvent>.Builder events
    )
    {
        foreach (var (place, happened) in entry.Events.Index())
        {
            // What is left is asked of the state before: a step that goes back is still there.
            if (EventTelling.Of(Process(definitions, entry, state), state, entry, happened) is { } told)
                events.Add(told with { Id = $"{entry.Case}/{entry.Number}/{place}" });
            state = CaseFold.Apply(state, happened);
        }

        return state with
        {
            Entries = state.Entries + 1,
            LastAt = entry.Stamp.RecordedAt,
        };
    }

    // What a move ends before it moves still has its old name.
    private static PublishedProcess Process(CaseDefinitions definitions, LedgerEntry entry, CaseState state) =>
        definitions.Bound(state.Stage == CaseStage.None ? entry.Definition : state.Definition);
}

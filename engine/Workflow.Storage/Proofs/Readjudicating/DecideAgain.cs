using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Ledger;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Proofs.Readjudicating;

/// <summary>Decides the commands of one case again, in their order.</summary>
/// <param name="processes">The published definitions.</param>
/// <param name="calendars">The calendars that entries stand on, by digest.</param>
internal sealed class DecideAgain(PublishedProcesses processes, Dictionary<string, Lazy<WorkCalendar>> calendars)
{
    /// <summary>Returns where it comes out differently; it ends at an entry after which nothing can be known.</summary>
    internal IEnumerable<DecisionDifference> Case(IReadOnlyList<StoredEntry> entries)
    {
        var state = CaseState.Empty;
        foreach (var stored in entries)
        {
            var (found, after) = Entry(state, stored);
            if (found is not null)
                yield return found;
            if (after is null)
                yield break;
            state = after;
        }
    }

    // The state after the entry is null where it cannot be known; the rest of the case then cannot be decided.
    private (DecisionDifference? Found, CaseState? After) Entry(CaseState state, StoredEntry stored)
    {
        try
        {
            var entry = LedgerJson.ReadEntry(stored.Body);
            return (Difference(state, entry), CaseFold.Apply(state, entry.Events, entry.Stamp.RecordedAt));
        }
        // Whoever tampers with an entry can make it mean anything; what fails here is the entry, not the program.
        catch (Exception e) when (e is not (OperationCanceledException or System.Data.Common.DbException))
        {
            return (new DecisionDifference(stored.CaseNo, stored.EntryNo, Undecidable(e)), null);
        }
    }

    private static Message Undecidable(Exception e) =>
        e is MessageException told ? DecisionFindings.UndecidableBy(told.Reason) : DecisionFindings.Undecidable(e.Message);

    private DecisionDifference? Difference(CaseState state, LedgerEntry entry)
    {
        if (entry.Rules is < RulesVersion.First or > RulesVersion.Current)
            return Of(entry, DecisionFindings.OtherRules(RulesVersion.Current, entry.Rules));
        if (processes.Find(entry.Definition) is not { } process)
            return Of(entry, DecisionFindings.DefinitionMissing(entry.Definition));
        var calendar = entry.Stamp.Facts.Calendar;
        if (!calendars.TryGetValue(calendar, out var kept))
            return Of(entry, DecisionFindings.CalendarMissing(calendar));
        var from = entry.Command is MigrateCase ? processes.Find(state.Definition) : null;
        return Compared(entry, CaseDecider.Decide(process, state, entry.Command, entry.Stamp.With(kept.Value, entry.Rules), from));
    }

    private static DecisionDifference? Compared(LedgerEntry entry, Decision decision) =>
        decision switch
        {
            Accepted accepted => First(entry, accepted.Events),
            Refused refused => Of(entry, DecisionFindings.Refused(refused.Refusal.Message)),
            Wanting => Of(entry, DecisionFindings.Wanting()),
            _ => throw new System.Diagnostics.UnreachableException($"No comparison with {decision.GetType().Name}."),
        };

    // Recorded events are compared in the form in which this program writes them: how their text is laid out says nothing.
    private static DecisionDifference? First(LedgerEntry entry, ImmutableArray<CaseEvent> decided)
    {
        for (var i = 0; i < Math.Max(entry.Events.Length, decided.Length); i++)
        {
            var (was, now) = (At(entry.Events, i), At(decided, i));
            if (was != now)
                return new DecisionDifference(entry.Case, entry.Number, Otherwise(i + 1, now), i + 1, was, now);
        }

        return null;
    }

    private static Message Otherwise(int place, string? now) =>
        now is null ? DecisionFindings.NoEvent(place) : DecisionFindings.OtherEvent(place);

    private static string? At(ImmutableArray<CaseEvent> events, int place) =>
        place < events.Length ? LedgerJson.Write(events[place]) : null;

    private static DecisionDifference Of(LedgerEntry entry, Message finding) => new(entry.Case, entry.Number, finding);
}

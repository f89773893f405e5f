using Workflow.Engine.Deciding;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Alerts;

/// <summary>Lists for auditors who recorded an act with an earlier day 倒签, when, for which day and on what paper.</summary>
internal static class BackdatedActs
{
    /// <summary>Raises an alert for an entry whose act took effect, or tells what happened, before the day on which it was recorded; a rule catches up elsewhere.</summary>
    internal static void Note(NewEntry entry, WriteSession session)
    {
        var recorded = entry.Stamp.Calendar.DayOf(entry.Stamp.RecordedAt);
        var first = First(entry);
        if (entry.Stamp.IsRule || first >= recorded)
            return;
        var message = AlertMessages.Backdated(Actor(entry), (first, recorded), Proof(entry));
        AlertList.Raise(AlertKinds.Backdated, entry, $"{entry.After.Entries}", message, session);
    }

    // The earliest day that the entry tells: its own, or that of a moment or a service. What is told of another system is told elsewhere.
    private static DateOnly First(NewEntry entry) =>
        entry.Command is AdoptCase ? entry.Stamp.EffectiveOn : Told(entry).Append(entry.Stamp.EffectiveOn).Min();

    private static IEnumerable<DateOnly> Told(NewEntry entry) =>
        entry.Events.OfType<MomentMarked>().Select(e => e.Day).Concat(entry.Events.OfType<DocumentServed>().Select(e => e.On));

    private static Message Proof(NewEntry entry)
    {
        if ((entry.Stamp.Document ?? Receipt(entry)) is not { } document)
            return AlertMessages.NoPaper();
        return LiesInTheCase(entry.After, document) ? AlertMessages.InTheCase(document) : AlertMessages.NotInTheCase(document);
    }

    private static string? Receipt(NewEntry entry) =>
        entry.Events.OfType<DocumentServed>().Select(e => e.Receipt).FirstOrDefault(r => r is not null);

    private static bool LiesInTheCase(CaseState state, string document) =>
        state.Files.Any(f => f.IsNamed(document)) || state.Documents.Any(d => d.Issued.Number == document);

    private static NameValue Actor(NewEntry entry)
    {
        var id = entry.Stamp.Actor;
        return new NameValue(id, entry.Stamp.Facts.People.FirstOrDefault(p => p.Id == id)?.Name ?? id);
    }
}

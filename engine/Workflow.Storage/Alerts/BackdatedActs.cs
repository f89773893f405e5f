using Workflow.Engine.Deciding;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Alerts;

/// <summary>Lists for auditors who recorded an act with an earlier day 倒签, when, for which day and on what paper.</summary>
internal static class BackdatedActs
{
    /// <summary>Raises an alert for an entry whose act took effect before the day on which it was recorded; a rule catches up elsewhere.</summary>
    internal static void Note(NewEntry entry, WriteSession session)
    {
        var recorded = entry.Stamp.Calendar.DayOf(entry.Stamp.RecordedAt);
        if (entry.Stamp.IsRule || entry.Stamp.EffectiveOn >= recorded)
            return;
        var message = AlertMessages.Backdated(Actor(entry), (entry.Stamp.EffectiveOn, recorded), Proof(entry));
        AlertList.Raise(AlertKinds.Backdated, entry, $"{entry.After.Entries}", message, session);
    }

    private static Message Proof(NewEntry entry)
    {
        var document = entry.Stamp.Document ?? "";
        return LiesInTheCase(entry.Before, document) ? AlertMessages.InTheCase(document) : AlertMessages.NotInTheCase(document);
    }

    private static bool LiesInTheCase(CaseState state, string document) =>
        state.Files.Any(f => f.Sha256 == document || f.Name == document) || state.Documents.Any(d => d.Issued.Number == document);

    private static NameValue Actor(NewEntry entry)
    {
        var id = entry.Stamp.Actor;
        return new NameValue(id, entry.Stamp.Facts.People.FirstOrDefault(p => p.Id == id)?.Name ?? id);
    }
}

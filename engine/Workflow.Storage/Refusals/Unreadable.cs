using Workflow.Engine.Messages;

namespace Workflow.Storage.Refusals;

/// <summary>What is wrong with something stored.</summary>
internal static class Unreadable
{
    /// <summary>The text under a calendar's digest is another.</summary>
    internal static UnreadableException CalendarChanged(string digest, string found) =>
        new(new Message("stored.calendar_changed", ("digest", digest), ("found", found)));

    /// <summary>The text under a definition's digest is another.</summary>
    internal static UnreadableException DefinitionChanged(string digest, string found) =>
        new(new Message("stored.definition_changed", ("digest", digest), ("found", found)));

    /// <summary>An entry stands on a definition that is gone.</summary>
    internal static UnreadableException DefinitionMissing(string digest) =>
        new(new Message("stored.definition_missing", ("digest", digest)));

    /// <summary>An entry that a row names is gone.</summary>
    internal static UnreadableException EntryMissing(string number, long entry) =>
        new(new Message("stored.entry_missing", ("number", number), ("entry", entry)));

    /// <summary>The clock rows of a case do not say what its ledger says.</summary>
    internal static UnreadableException StillDue(string number) => new(new Message("stored.still_due", ("number", number)));
}

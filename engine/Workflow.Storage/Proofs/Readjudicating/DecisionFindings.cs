using Workflow.Engine.Messages;

namespace Workflow.Storage.Proofs.Readjudicating;

/// <summary>Why a decision does not come out again as it was recorded.</summary>
internal static class DecisionFindings
{
    /// <summary>Expected rules version {current}, but the entry was decided by version {found}, which this program does not have.</summary>
    internal static Message OtherRules(long current, long found) => new("again.rules", ("current", current), ("found", found));

    /// <summary>Expected the calendar {digest}, but it is not in the database.</summary>
    internal static Message CalendarMissing(string digest) => new("again.calendar", ("digest", digest));

    /// <summary>Expected the definition {digest}, but it is not in the database.</summary>
    internal static Message DefinitionMissing(string digest) => new("again.definition", ("digest", digest));

    /// <summary>Expected the recorded events, but deciding again refuses: {refusal}.</summary>
    internal static Message Refused(Message refusal) => new("again.refused", ("refusal", refusal));

    /// <summary>Expected the recorded events, but deciding again wants more numbers.</summary>
    internal static Message Wanting() => new("again.wanting");

    /// <summary>Expected event {place} as recorded, but deciding again gives another.</summary>
    internal static Message OtherEvent(long place) => new("again.event", ("place", place));

    /// <summary>Expected event {place} as recorded, but deciding again gives none.</summary>
    internal static Message NoEvent(long place) => new("again.event_none", ("place", place));

    /// <summary>Expected an entry that can be decided again, but it cannot, and none after it was.</summary>
    internal static Message Undecidable(string detail) => new("again.undecidable", ("detail", detail));

    /// <summary>Expected an entry that can be decided again, but it cannot, and none after it was: {reason}.</summary>
    internal static Message UndecidableBy(Message reason) => new("again.undecidable_by", ("reason", reason));
}

using Workflow.Engine.Messages;

namespace Workflow.Storage.Proofs.Findings;

/// <summary>What is wrong with a chain.</summary>
internal static class ChainFindings
{
    /// <summary>Expected entry {expected}, but found {found}.</summary>
    internal static Message OtherNumber(long expected, long found) => new("verify.entry_number", ("expected", expected), ("found", found));

    /// <summary>Expected the hash {hash} over the stored text, but it is {found}.</summary>
    internal static Message OtherHash(string hash, string found) => new("verify.hash", ("hash", hash), ("found", found));

    /// <summary>Expected a stored entry, but the text is none.</summary>
    internal static Message NotAnEntry() => new("verify.not_an_entry");

    /// <summary>Expected the entry before to have the hash {named}, but it has {found}.</summary>
    internal static Message OtherPrevious(string named, string found) => new("verify.previous", ("named", named), ("found", found));

    /// <summary>Expected {expected}, but the text is {found}.</summary>
    internal static Message OtherEntry(Message expected, Message found) =>
        new("verify.other_entry", ("expected", expected), ("found", found));

    /// <summary>entry {entry} of case {number}</summary>
    internal static Message EntryOfCase(string number, string entry) => new("verify.entry_of_case", ("number", number), ("entry", entry));

    /// <summary>entry {entry} of log {log}</summary>
    internal static Message EntryOfLog(string log, string entry) => new("verify.entry_of_log", ("log", log), ("entry", entry));

    /// <summary>Expected the head to name entry {entry} with hash {hash}, but it names entry {foundEntry} with hash {foundHash}.</summary>
    internal static Message OtherHead(long entry, string hash, long foundEntry, string foundHash) =>
        new("verify.head", ("entry", entry), ("hash", hash), ("foundEntry", foundEntry), ("foundHash", foundHash));

    /// <summary>Expected the head to name entry {entry} with hash {hash}, but it names none.</summary>
    internal static Message NoHead(long entry, string hash) => new("verify.head_none", ("entry", entry), ("hash", hash));

    /// <summary>Expected the entries that the head counts, but there are none.</summary>
    internal static Message HeadAlone() => new("verify.head_alone");

    /// <summary>Expected the hash {hash}, as {by} has it, but it is {found}: this entry is not the one that was sealed.</summary>
    internal static Message NotTheSealed(string hash, MessageValue by, string found) =>
        new("verify.sealed", ("hash", hash), ("by", by), ("found", found));

    /// <summary>Expected the hash {hash}, as {by} has it, but it is {found}: one of the entries {from} to {to} is not the one that was sealed.</summary>
    internal static Message NotTheSealedAmong(string hash, MessageValue by, string found, long from, long to) =>
        new("verify.sealed_among", ("hash", hash), ("by", by), ("found", found), ("from", from), ("to", to));

    /// <summary>Expected entries up to {entry}, as {by} has it, but the last one is {end}.</summary>
    internal static Message CutOff(long entry, MessageValue by, long end) =>
        new("verify.cut_off", ("entry", entry), ("by", by), ("end", end));

    /// <summary>Expected entries up to {entry}, as {by} has it, but there is none.</summary>
    internal static Message Gone(long entry, MessageValue by) => new("verify.gone", ("entry", entry), ("by", by));

    /// <summary>Expected a moment not before {before}, that of the entry before, but it is {at}.</summary>
    internal static Message Backwards(DateTimeOffset before, DateTimeOffset at) => new("verify.backwards", ("before", before), ("at", at));

    /// <summary>Expected an export made after all that it holds, but it says that it was made at {made}, and this is of {at}.</summary>
    internal static Message Misdated(string made, string at) => new("verify.misdated", ("made", made), ("at", at));

    /// <summary>Expected nothing of after {now}, when this was verified, but it is of {at}.</summary>
    internal static Message Ahead(DateTimeOffset now, DateTimeOffset at) => new("verify.ahead", ("now", now), ("at", at));

    /// <summary>Expected draws that can be repeated, but the entry cannot be read.</summary>
    internal static Message DrawsUnreadable(string detail) => new("verify.draws_unreadable", ("detail", detail));
}

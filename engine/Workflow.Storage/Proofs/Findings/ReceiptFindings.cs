using Workflow.Engine.Messages;

namespace Workflow.Storage.Proofs.Findings;

/// <summary>What receipts do not prove, and why.</summary>
internal static class ReceiptFindings
{
    /// <summary>Expected {source} to be of after seal {seal} was made, at {sealed}, but it is of {at}: the seal says a later moment than its own.</summary>
    internal static Message StampedBefore(MessageValue source, DateTimeOffset at, long seal, DateTimeOffset sealedAt) =>
        new("receipt.stamped_before", ("source", source), ("at", at), ("seal", seal), ("sealed", sealedAt));

    /// <summary>Expected {source} to name the moment of seal {seal}, {sealed}, but it names {at}.</summary>
    internal static Message OtherMoment(MessageValue source, DateTimeOffset at, long seal, DateTimeOffset sealedAt) =>
        new("receipt.other_moment", ("source", source), ("at", at), ("seal", seal), ("sealed", sealedAt));

    /// <summary>{source} is of seal {seal}; the export begins with seal {first}.</summary>
    internal static Message BeforeExport(MessageValue source, long seal, long first) =>
        new("receipt.before", ("source", source), ("seal", seal), ("first", first));

    /// <summary>{source} names a seal that this export does not hold: whether the export holds all of the case that it covers.</summary>
    internal static Message Elsewhere(MessageValue source) => new("receipt.elsewhere", ("source", source));

    /// <summary>Whether seal {seal} names case {number}: this export holds neither the path that would prove it nor the proof that it does not. Entries may have been cut off; export the case again.</summary>
    internal static Message Silent(long seal, string number) => new("receipt.silent", ("seal", seal), ("number", number));

    /// <summary>Whether this export holds all that was sealed by {source} of {at}: that is after the export was made, as it says itself, and it does not hold the seal. Export again, or bring no later receipts.</summary>
    internal static Message Later(MessageValue source, string at) => new("receipt.later", ("source", source), ("at", at));

    /// <summary>Whether this export holds all that was sealed by {count} receipts, of them {source} of {at}: that is after the export was made, as it says itself, and it does not hold the seal. Export again, or bring no later receipts.</summary>
    internal static Message LaterMany(long count, MessageValue source, string at) =>
        new("receipt.later_many", ("count", count), ("source", source), ("at", at));
}

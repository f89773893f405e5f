using Workflow.Engine.Messages;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>How far receipts from outside reach.</summary>
/// <param name="Seal">The last seal that a receipt names; of one case the last before one of which is not known whether it names the case.</param>
/// <param name="At">Its moment.</param>
/// <param name="By">The receipt.</param>
/// <param name="Entries">How many entries of cases it covers.</param>
/// <param name="Unsealed">How many entries came after; nothing is proven about them.</param>
public sealed record Proven(long Seal, DateTimeOffset At, Message By, long Entries, long Unsealed)
{
    /// <summary>When an authority saw the seal; null where the receipt is no time-stamp token.</summary>
    public DateTimeOffset? StampedAt { get; init; }
}

/// <summary>Entries of a chain that no receipt covers.</summary>
/// <param name="Where">The case, or the access log.</param>
/// <param name="IsCase">Whether it is a case.</param>
/// <param name="From">The number of the first.</param>
/// <param name="To">The number of the last.</param>
public sealed record UnsealedRun(Message Where, bool IsCase, long From, long To);

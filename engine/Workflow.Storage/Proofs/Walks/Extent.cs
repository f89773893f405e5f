using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>How much of a ledger is at hand.</summary>
/// <param name="OnlyCase">The one case; null for the whole ledger.</param>
/// <param name="Made">When it was taken from the ledger, as it says itself; null for now.</param>
internal sealed record Extent(string? OnlyCase = null, DateTimeOffset? Made = null)
{
    /// <summary>The moment of looking, after which nothing can have been; null where nobody asks.</summary>
    internal DateTimeOffset? Now { get; init; }

    internal bool IsWhole => OnlyCase is null;

    internal bool Holds(SealLeaf leaf) => IsWhole || (leaf.Kind == SealLeaf.Case && leaf.Name == OnlyCase);

    /// <summary>Whether a receipt is of after what is at hand was taken from the ledger: it may name what cannot be there.</summary>
    internal bool IsBefore(OutsideReceipt receipt) => Made is { } at && receipt.At > at;
}

using Workflow.Engine.Messages;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>The receipts that were brought and the heads that seals name. What receipts carry is told first: it outweighs what the ledger says of itself.</summary>
internal sealed class BroughtHeads
{
    private readonly Extent _extent;
    private readonly List<OutsideReceipt> _receipts;
    private readonly SealedHeads _heads = new();

    // Heads of seals that what is at hand may not hold yet: they may contradict it, but need not be there.
    private readonly SealedHeads _later = new();

    internal BroughtHeads(Extent extent, IEnumerable<OutsideReceipt> receipts)
    {
        (_extent, _receipts) = (extent, [.. receipts]);
        foreach (var receipt in _receipts)
            Add(receipt, extent.IsBefore(receipt) ? _later : _heads);
    }

    /// <summary>Every receipt, in the order in which they came.</summary>
    internal IReadOnlyList<OutsideReceipt> Receipts => _receipts;

    /// <summary>Adds a receipt that came with the ledger itself.</summary>
    internal void Add(OutsideReceipt receipt) => _receipts.Add(receipt);

    /// <summary>Adds the heads that a seal of the ledger names.</summary>
    internal void Add(IEnumerable<SealLeaf> leaves, long seal)
    {
        foreach (var leaf in leaves.Where(_extent.Holds))
            _heads.Add(leaf, ReceiptMessages.Seal(seal));
    }

    /// <summary>Returns what is wrong with an entry that was sealed; null for nothing.</summary>
    internal LedgerFault? Against(ChainName chain, StoredEntry entry, string hash) =>
        _heads.Against(chain, entry, hash) ?? _later.Against(chain, entry, hash);

    /// <summary>Returns the chains that end before what was sealed of them.</summary>
    internal IEnumerable<LedgerFault> Missing(Chains chains, SealWalk seals)
    {
        // A later receipt of a seal that is at hand names what must be at hand as well.
        foreach (var receipt in _receipts.Where(r => _extent.IsBefore(r) && seals.Has(r)))
            Add(receipt, _heads);
        return _heads.Missing(chains.End);
    }

    private void Add(OutsideReceipt receipt, SealedHeads heads)
    {
        foreach (var leaf in receipt.Leaves.Where(_extent.Holds))
            heads.Add(leaf, By(receipt));
    }

    private static Message By(OutsideReceipt receipt) => ReceiptMessages.SealIn(receipt.Seal ?? 0, receipt.Source);
}

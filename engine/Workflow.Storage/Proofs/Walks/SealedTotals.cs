using Workflow.Engine.Messages;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>How far each chain was sealed by each seal, and how much that is altogether.</summary>
internal sealed class SealedTotals
{
    private readonly Dictionary<ChainName, List<(long Seal, long Entry)>> _heads = [];
    private long _cases;
    private long _access;

    /// <summary>How many entries of cases are covered.</summary>
    internal long Entries { get; private set; }

    /// <summary>Adds a head that a seal covers.</summary>
    internal void Add(SealLeaf leaf, long seal)
    {
        var chain = ChainName.Of(leaf);
        if (!_heads.TryGetValue(chain, out var heads))
            _heads[chain] = heads = [];
        var before = heads.Count == 0 ? 0 : heads[^1].Entry;
        heads.Add((seal, leaf.Entry));
        Count(chain, before, leaf.Entry);
    }

    /// <summary>Returns the last head of a chain that a seal or those before it cover; zeros for none.</summary>
    internal (long Seal, long Entry) Through(ChainName chain, long seal) =>
        _heads.GetValueOrDefault(chain, []).LastOrDefault(h => h.Seal <= seal);

    /// <summary>Returns the first seal that covers an entry of a chain; null where none does.</summary>
    internal long? FirstOf(ChainName chain, long entry)
    {
        var heads = _heads.GetValueOrDefault(chain, []);
        var (low, high) = (0, heads.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = heads[middle].Entry < entry ? (middle + 1, high) : (low, middle);
        }

        return low < heads.Count ? heads[low].Seal : null;
    }

    /// <summary>Returns what is wrong with what a seal says of the whole; null for nothing.</summary>
    internal Message? Against(Seal seal) =>
        (_cases, Entries, _access) == (seal.Cases, seal.Entries, seal.AccessEntries)
            ? null
            : SealFindings.OtherTotals(seal.Cases, seal.Entries, seal.AccessEntries, _cases, Entries, _access);

    private void Count(ChainName chain, long before, long entry)
    {
        if (!chain.IsCase)
        {
            _access += entry - before;
            return;
        }

        if (before == 0)
            _cases++;
        Entries += entry - before;
    }
}

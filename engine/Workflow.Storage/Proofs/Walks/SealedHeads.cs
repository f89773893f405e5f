using Workflow.Engine.Messages;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>What seals say that chains must hold, and whether they do.</summary>
internal sealed class SealedHeads
{
    private readonly Dictionary<ChainName, Dictionary<long, SealedHead>> _byChain = [];
    private readonly HashSet<ChainName> _broken = [];

    /// <summary>Adds a head. An entry named again changes nothing: what was told first, from outside, outweighs what the ledger says of itself.</summary>
    internal void Add(SealLeaf leaf, Message by)
    {
        var chain = ChainName.Of(leaf);
        if (!_byChain.TryGetValue(chain, out var heads))
            _byChain[chain] = heads = [];
        heads.TryAdd(leaf.Entry, new SealedHead(leaf.Hash, by));
    }

    /// <summary>Returns what is wrong with an entry that was sealed; of each chain only the first, because all later ones follow from it.</summary>
    internal LedgerFault? Against(ChainName chain, StoredEntry entry, string hash)
    {
        if (!_byChain.TryGetValue(chain, out var heads) || heads.GetValueOrDefault(entry.EntryNo) is not { } head)
            return null;
        if (head.Hash == hash || !_broken.Add(chain))
            return null;
        var held = heads.Keys.Where(e => e < entry.EntryNo).DefaultIfEmpty(0).Max();
        var finding =
            held + 1 == entry.EntryNo
                ? ChainFindings.NotTheSealed(head.Hash, head.By, hash)
                : ChainFindings.NotTheSealedAmong(head.Hash, head.By, hash, held + 1, entry.EntryNo);
        return new LedgerFault(chain.Where, entry.EntryNo, finding) { Line = entry.Line };
    }

    /// <summary>Returns the chains that end before what was sealed of them.</summary>
    /// <param name="last">The last entry of a chain; zero where there is none.</param>
    internal IEnumerable<LedgerFault> Missing(Func<ChainName, long> last) =>
        from chain in _byChain
        let entry = chain.Value.Keys.Max()
        let end = last(chain.Key)
        where entry > end
        select new LedgerFault(chain.Key.Where, end + 1, CutOff(entry, chain.Value[entry].By, end));

    private static Message CutOff(long entry, Message by, long end) =>
        end == 0 ? ChainFindings.Gone(entry, by) : ChainFindings.CutOff(entry, by, end);

    private sealed record SealedHead(string Hash, Message By);
}

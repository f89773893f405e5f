using Workflow.Storage.Ledger;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs;

/// <summary>What seals say that chains must hold, and whether they do.</summary>
internal sealed class SealedHeads
{
    private readonly Dictionary<(string Kind, string Name), Dictionary<long, SealedHead>> _byChain = [];
    private readonly HashSet<(string Kind, string Name)> _broken = [];

    /// <summary>Adds a head. An entry named again changes nothing: what was told first, from outside, outweighs what the ledger says of itself.</summary>
    internal void Add(SealLeaf leaf, string by)
    {
        var key = (leaf.Kind, leaf.Name);
        if (!_byChain.TryGetValue(key, out var heads)) _byChain[key] = heads = [];
        heads.TryAdd(leaf.Entry, new SealedHead(leaf.Hash, by));
    }

    /// <summary>Returns what is wrong with an entry that was sealed; of each chain only the first, because all later ones follow from it.</summary>
    internal LedgerFault? Against(string kind, StoredEntry entry, string hash, string shown)
    {
        var key = (kind, entry.CaseNo);
        if (!_byChain.TryGetValue(key, out var heads) || heads.GetValueOrDefault(entry.EntryNo) is not { } head || head.Hash == hash || !_broken.Add(key)) return null;
        var held = heads.Keys.Where(e => e < entry.EntryNo).DefaultIfEmpty(0).Max();
        var since = held + 1 == entry.EntryNo ? "this entry is" : $"one of the entries {held + 1} to {entry.EntryNo} is";
        return new LedgerFault(shown, entry.EntryNo, $"Expected the hash {head.Hash}, as {head.By} has it, but it is {hash}: {since} not the one that was sealed.") { Line = entry.Line };
    }

    /// <summary>Returns the chains that end before what was sealed of them.</summary>
    /// <param name="last">The last entry of a chain; zero where there is none.</param>
    /// <param name="shown">What messages call it.</param>
    internal IEnumerable<LedgerFault> Missing(Func<string, string, long> last, Func<string, string, string> shown) =>
        from chain in _byChain
        let entry = chain.Value.Keys.Max()
        let end = last(chain.Key.Kind, chain.Key.Name)
        where entry > end
        select new LedgerFault(
            shown(chain.Key.Kind, chain.Key.Name), end + 1, $"Expected entries up to {entry}, as {chain.Value[entry].By} has it, but {(end == 0 ? "there is none" : $"the last one is {end}")}.");

    private sealed record SealedHead(string Hash, string By);
}

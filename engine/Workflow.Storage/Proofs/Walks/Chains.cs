using Workflow.Storage.Proofs.Findings;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>Every chain of a ledger; of each no more than its end is held.</summary>
internal sealed class Chains
{
    private readonly Dictionary<ChainName, ChainWalk> _walks = [];

    /// <summary>How many chains of cases there are.</summary>
    internal long Cases => _walks.Keys.LongCount(k => k.IsCase);

    /// <summary>The walk of a chain, begun when it is first asked for.</summary>
    internal ChainWalk this[ChainName name] => _walks.TryGetValue(name, out var walk) ? walk : _walks[name] = new ChainWalk(name);

    /// <summary>The number of the last entry of a chain; zero where there is none.</summary>
    internal long End(ChainName name) => _walks.GetValueOrDefault(name)?.Last ?? 0;

    /// <summary>Compares the heads that a database counts by, and takes from them those that belong to a chain.</summary>
    internal IEnumerable<LedgerFault> Against(string kind, Dictionary<string, (long Entries, string Hash)> heads)
    {
        foreach (var walk in _walks.Values.Where(w => w.Name.Kind == kind))
        {
            if (walk.Against(heads.Remove(walk.Name.Name, out var head) ? head : null) is { } fault)
                yield return fault;
        }

        foreach (var name in heads.Keys)
            yield return new LedgerFault(new ChainName(kind, name).Where, 1, ChainFindings.HeadAlone());
    }

    /// <summary>Returns what of each chain came after what a seal covers: of cases first, then of access logs.</summary>
    /// <param name="covered">The last entry of a chain that is covered; zero for none.</param>
    internal IEnumerable<UnsealedRun> After(Func<ChainName, long> covered) =>
        from walk in _walks.Values
        let last = covered(walk.Name)
        where walk.Last > last
        orderby walk.Name.Kind descending, walk.Name.Name
        select new UnsealedRun(walk.Name.Where, walk.Name.IsCase, last + 1, walk.Last);
}

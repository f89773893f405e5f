using System.Text.Json;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs;

/// <summary>Walks the chain of seals.</summary>
/// <param name="ofOneCase">Whether only the heads of one case are at hand: the chain then begins with any seal, and trees and counts cannot be computed.</param>
internal sealed class SealWalk(bool ofOneCase)
{
    private readonly Dictionary<(string Kind, string Name), List<(long Seal, long Entry)>> _sealed = [];
    private readonly SortedSet<long> _untold = [];
    private readonly Dictionary<long, string> _hashes = [];
    private (long Cases, long Entries, long Access) _totals;
    private Seal? _last;
    private string? _previous;

    internal long Count => _hashes.Count;

    /// <summary>The first seal at hand; zero without any.</summary>
    internal long First { get; private set; }

    /// <summary>The seal last walked that could be read; null without any.</summary>
    internal Seal? Last => _last;

    /// <summary>How many entries of cases each seal covers, by its number.</summary>
    internal Dictionary<long, (DateTimeOffset At, long Entries)> Covered { get; } = [];

    /// <summary>Returns the hash over a seal's text; null when there is no such seal.</summary>
    internal string? HashOf(long number) => _hashes.GetValueOrDefault(number);

    /// <summary>Returns the number of the seal with a hash; null when there is none.</summary>
    internal long? WithHash(string hash) => _hashes.Where(h => h.Value == hash).Select(h => (long?)h.Key).FirstOrDefault();

    /// <summary>Returns the last entry of a chain that is covered by a seal or those before it; zero for none.</summary>
    internal long CoveredOf(string kind, string name, long seal) =>
        _sealed.GetValueOrDefault((kind, name)) is { } heads ? heads.Where(h => h.Seal <= seal).Select(h => h.Entry).DefaultIfEmpty(0).Last() : 0;

    /// <summary>Returns the first seal up to another of which is not known whether it names the one case, and that no head sealed later makes up for; null for none.</summary>
    internal long? Untold(string number, long through)
    {
        var last = (_sealed.GetValueOrDefault((SealLeaf.Case, number)) ?? []).Where(h => h.Seal <= through).Select(h => h.Seal).DefaultIfEmpty(0).Last();
        return _untold.GetViewBetween(last, Math.Max(last, through)).Select(n => (long?)n).FirstOrDefault();
    }

    /// <summary>To be called when something else tells all that a seal names.</summary>
    internal void Told(long number) => _untold.Remove(number);

    /// <summary>Returns what is wrong with the next seal and the heads it covers.</summary>
    /// <param name="stored">The seal.</param>
    /// <param name="leaves">The heads at hand.</param>
    /// <param name="isTold">Whether they are all that is to be known: of one case, that the seal names it, or does not.</param>
    internal IEnumerable<string> Add(StoredSeal stored, IReadOnlyCollection<SealLeaf> leaves, bool isTold)
    {
        if (!isTold) _untold.Add(stored.Number);
        if (First == 0) First = stored.Number;
        var expected = _last?.Number + 1 ?? (ofOneCase ? stored.Number : 1);
        var hash = LedgerJson.Hash(stored.Body);
        _hashes[stored.Number] = hash;
        if (stored.Number != expected) yield return $"Expected seal {expected}, but found {stored.Number}.";
        if (hash != stored.Hash) yield return $"Expected the hash {stored.Hash} over the stored text, but it is {hash}.";
        if (Read(stored) is not { } seal) yield return "Expected a stored seal, but the text is none.";
        else foreach (var words in Wrong(seal, stored, leaves)) yield return words;
        _previous = stored.Hash;
    }

    private IEnumerable<string> Wrong(Seal seal, StoredSeal stored, IReadOnlyCollection<SealLeaf> leaves)
    {
        var before = _previous ?? (ofOneCase ? seal.Previous : LedgerJson.Genesis);
        if (seal.Previous != before) yield return $"Expected the seal before to have the hash {seal.Previous}, but it has {before}.";
        if (seal.Number != stored.Number) yield return $"Expected seal {stored.Number}, but the text is seal {seal.Number}.";
        if (seal.Algorithm != MerkleTree.Algorithm) yield return $"Expected the algorithm '{MerkleTree.Algorithm}', but found '{seal.Algorithm}'.";
        if (_last is { } last && seal.At < last.At) yield return $"Expected a moment not before that of seal {last.Number}, but it is {seal.At:O}.";
        foreach (var leaf in leaves) Total(leaf, stored.Number);
        Covered[stored.Number] = (seal.At, _totals.Entries);
        if (!ofOneCase)
            foreach (var words in Tree(seal, leaves)) yield return words;
        _last = seal with { Number = stored.Number };
    }

    private IEnumerable<string> Tree(Seal seal, IReadOnlyCollection<SealLeaf> leaves)
    {
        var root = leaves.Count == 0 ? "none" : Convert.ToHexStringLower(MerkleTree.Root([.. leaves.Select(l => MerkleTree.Leaf(l.Text))]));
        if (root != seal.Root || leaves.Count != seal.Leaves) yield return $"Expected {seal.Leaves} heads with the root {seal.Root}, but found {leaves.Count} with the root {root}.";
        if (OutOfOrder(leaves) is { } head) yield return $"Expected heads in the order of their kinds and names, each once, but found {head.Name} where it does not belong.";
        if (_totals != (seal.Cases, seal.Entries, seal.AccessEntries))
            yield return $"Expected {seal.Cases} cases with {seal.Entries} entries and {seal.AccessEntries} entries of access logs, but the seals up to this one cover {_totals.Cases}, {_totals.Entries} and {_totals.Access}.";
    }

    // The order is what proves of one case alone that a seal does not name it.
    private static SealLeaf? OutOfOrder(IReadOnlyCollection<SealLeaf> leaves) =>
        leaves.Zip(leaves.Skip(1)).Where(pair => pair.First.ComparedTo(pair.Second.Kind, pair.Second.Name) >= 0).Select(pair => pair.Second).FirstOrDefault();

    private void Total(SealLeaf leaf, long seal)
    {
        if (!_sealed.TryGetValue((leaf.Kind, leaf.Name), out var heads)) _sealed[(leaf.Kind, leaf.Name)] = heads = [];
        var before = heads.Count == 0 ? 0 : heads[^1].Entry;
        var more = leaf.Entry - before;
        heads.Add((seal, leaf.Entry));
        _totals = leaf.Kind == SealLeaf.Case
            ? (_totals.Cases + (before == 0 ? 1 : 0), _totals.Entries + more, _totals.Access)
            : _totals with { Access = _totals.Access + more };
    }

    private static Seal? Read(StoredSeal stored)
    {
        try
        {
            return stored.Read();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

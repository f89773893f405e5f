using Workflow.Engine.Messages;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>Walks the chain of seals.</summary>
/// <param name="ofOneCase">Whether only the heads of one case are at hand: the chain then begins with any seal, and trees and counts cannot be computed.</param>
internal sealed class SealWalk(bool ofOneCase)
{
    private readonly SealedTotals _sealed = new();
    private readonly SortedSet<long> _untold = [];
    private readonly Dictionary<long, string> _hashes = [];
    private readonly List<(long Seal, DateTimeOffset At)> _moments = [];
    private string? _previous;

    internal long Count => _hashes.Count;

    /// <summary>The first seal at hand; zero without any.</summary>
    internal long First { get; private set; }

    /// <summary>The seal last walked that could be read; null without any.</summary>
    internal Seal? Last { get; private set; }

    /// <summary>How many entries of cases each seal covers, by its number.</summary>
    internal Dictionary<long, (DateTimeOffset At, long Entries)> Covered { get; } = [];

    /// <summary>Returns the hash over a seal's text; null when there is no such seal.</summary>
    internal string? HashOf(long number) => _hashes.GetValueOrDefault(number);

    /// <summary>Whether the seal that a receipt names is at hand.</summary>
    internal bool Has(OutsideReceipt receipt) => receipt.Seal is { } number && HashOf(number) == receipt.Hash;

    /// <summary>Returns the number of the seal with a hash; null when there is none.</summary>
    internal long? WithHash(string hash) => _hashes.Where(h => h.Value == hash).Select(h => (long?)h.Key).FirstOrDefault();

    /// <summary>Returns the last entry of a chain that is covered by a seal or those before it; zero for none.</summary>
    internal long CoveredOf(ChainName chain, long seal) => _sealed.Through(chain, seal).Entry;

    /// <summary>Returns the last seal that is known not to cover an entry, with its moment; null where none is.</summary>
    internal (long Seal, DateTimeOffset At)? LastWithout(ChainName chain, long entry)
    {
        var first = _sealed.FirstOf(chain, entry) ?? long.MaxValue;
        var place = _moments.BinarySearch((first, DateTimeOffset.MinValue));
        for (var before = (place < 0 ? ~place : place) - 1; before >= 0; before--)
            if (!_untold.Contains(_moments[before].Seal))
                return _moments[before];
        return null;
    }

    /// <summary>Returns the first seal up to another of which is not known whether it names the one case, and that no head sealed later makes up for; null for none.</summary>
    internal long? Untold(string number, long through)
    {
        var last = _sealed.Through(new ChainName(SealLeaf.Case, number), through).Seal;
        return _untold.GetViewBetween(last, Math.Max(last, through)).Select(n => (long?)n).FirstOrDefault();
    }

    /// <summary>To be called when something else tells all that a seal names.</summary>
    internal void Told(long number) => _untold.Remove(number);

    /// <summary>Returns what is wrong with the next seal and the heads it covers.</summary>
    /// <param name="stored">The seal.</param>
    /// <param name="leaves">The heads at hand.</param>
    /// <param name="isTold">Whether they are all that is to be known: of one case, that the seal names it, or does not.</param>
    internal List<Message> Add(StoredSeal stored, IReadOnlyCollection<SealLeaf> leaves, bool isTold)
    {
        if (!isTold)
            _untold.Add(stored.Number);
        if (First == 0)
            First = stored.Number;
        var hash = _hashes[stored.Number] = LedgerJson.Hash(stored.Body);
        List<Message> wrong = [.. OfRow(stored, hash)];
        wrong.AddRange(stored.Readable() is { } seal ? OfText(seal, stored, leaves) : [SealFindings.NotASeal()]);
        _previous = stored.Hash;
        return wrong;
    }

    private IEnumerable<Message> OfRow(StoredSeal stored, string hash)
    {
        var expected = Last?.Number + 1 ?? (ofOneCase ? stored.Number : 1);
        if (stored.Number != expected)
            yield return SealFindings.OtherNumber(expected, stored.Number);
        if (hash != stored.Hash)
            yield return ChainFindings.OtherHash(stored.Hash, hash);
    }

    private List<Message> OfText(Seal seal, StoredSeal stored, IReadOnlyCollection<SealLeaf> leaves)
    {
        List<Message> wrong = [.. OfChain(seal, stored)];
        foreach (var leaf in leaves)
            _sealed.Add(leaf, stored.Number);
        Covered[stored.Number] = (seal.At, _sealed.Entries);
        if (_moments.Count == 0 || stored.Number > _moments[^1].Seal)
            _moments.Add((stored.Number, seal.At));
        if (!ofOneCase)
            wrong.AddRange(OfTree(seal, leaves));
        Last = seal with { Number = stored.Number };
        return wrong;
    }

    private IEnumerable<Message> OfChain(Seal seal, StoredSeal stored)
    {
        var before = _previous ?? (ofOneCase ? seal.Previous : LedgerJson.Genesis);
        if (seal.Previous != before)
            yield return SealFindings.OtherPrevious(seal.Previous, before);
        if (seal.Number != stored.Number)
            yield return SealFindings.OtherSeal(stored.Number, seal.Number);
        if (seal.Algorithm != MerkleTree.Algorithm)
            yield return SealFindings.OtherAlgorithm(MerkleTree.Algorithm, seal.Algorithm);
        if (Last is { } last && seal.At < last.At)
            yield return SealFindings.TooEarly(last.Number, $"{seal.At:O}");
    }

    private IEnumerable<Message> OfTree(Seal seal, IReadOnlyCollection<SealLeaf> leaves)
    {
        if (OfRoot(seal, leaves) is { } wrong)
            yield return wrong;
        if (OutOfOrder(leaves) is { } head)
            yield return SealFindings.OutOfOrder(head.Name);
        if (_sealed.Against(seal) is { } other)
            yield return other;
    }

    private static Message? OfRoot(Seal seal, IReadOnlyCollection<SealLeaf> leaves)
    {
        if (leaves.Count == 0)
            return SealFindings.NoTree(seal.Leaves, seal.Root);
        var root = MerkleTree.RootOf(leaves);
        return root == seal.Root && leaves.Count == seal.Leaves ? null : SealFindings.OtherTree(seal.Leaves, seal.Root, leaves.Count, root);
    }

    // The order is what proves of one case alone that a seal does not name it.
    private static SealLeaf? OutOfOrder(IReadOnlyCollection<SealLeaf> leaves) =>
        leaves
            .Zip(leaves.Skip(1))
            .Where(pair => pair.First.ComparedTo(pair.Second.Kind, pair.Second.Name) >= 0)
            .Select(pair => pair.Second)
            .FirstOrDefault();
}

using System.Collections.Immutable;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Ledger;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs;

/// <summary>
/// Checks a ledger that is told to it part by part, from a database or an export: first the seals, then the entries.
/// It holds one line for each chain and each sealed head in memory, never an entry.
/// </summary>
/// <param name="onlyCase">The one case that is at hand; null for the whole ledger.</param>
/// <param name="made">When what is checked was taken from the ledger, as it says itself; later receipts may name what it cannot hold. Null for now.</param>
/// <param name="receipts">What lies outside.</param>
internal sealed class LedgerCheck(string? onlyCase, DateTimeOffset? made, IEnumerable<OutsideReceipt> receipts)
{
    // More than a person reads; a file made to have millions of faults must not fill the memory.
    private const int MostFaults = 1_000;

    private readonly ImmutableArray<LedgerFault>.Builder _faults = ImmutableArray.CreateBuilder<LedgerFault>();
    private readonly Dictionary<(string Kind, string Name), ChainWalk> _chains = [];
    private readonly SealedHeads _heads = new();
    private readonly SealedHeads _later = new();
    private readonly DrawCheck _draws = new();
    private readonly NamedTexts _texts = new();
    private readonly NamedFiles _files = new();
    private readonly HashSet<string> _erased = new(StringComparer.Ordinal);
    private readonly List<string> _unknown = [];
    private bool _hasFiles;
    private readonly SealWalk _seals = new(onlyCase is not null);
    private readonly List<OutsideReceipt> _receipts = [.. receipts];
    private long _entries;
    private long _access;
    private bool _isMisdated;

    internal long Entries => _entries;

    /// <summary>Lots sealed and not drawn in the entries told so far; their seeds must be where the ledger cannot show them.</summary>
    internal IEnumerable<SealedLots> Waiting => _draws.Waiting;

    /// <summary>To be told before anything else: what receipts carry outweighs what the ledger says of itself.</summary>
    internal void Begin()
    {
        foreach (var receipt in _receipts) Add(receipt, IsLater(receipt) ? _later : _heads);
    }

    /// <summary>Tells of a seal with the heads it covers; of one case, with those of the case that a path proved.</summary>
    /// <param name="seal">The seal.</param>
    /// <param name="leaves">The heads.</param>
    /// <param name="isTold">Whether it is known that it covers no others that matter.</param>
    /// <param name="line">Its line in an export.</param>
    internal void Seal(StoredSeal seal, IReadOnlyCollection<SealLeaf> leaves, bool isTold = true, long? line = null)
    {
        foreach (var words in _seals.Add(seal, leaves, isTold)) Add(OfSeal(seal.Number, words, line));
        foreach (var leaf in leaves.Where(IsAtHand)) _heads.Add(leaf, $"seal {seal.Number}");
        if (_seals.Last is { } last && last.Number == seal.Number) Made(last.At, "seals", seal.Number, line);
    }

    /// <summary>Tells of a definition or a calendar, before the entries that name it.</summary>
    internal void Text(string kind, string digest, string text, long? line = null)
    {
        if (_texts.Add(kind, digest, text, line) is { } fault) Add(fault);
    }

    /// <summary>Tells of a receipt that came with the ledger.</summary>
    internal void Receipt(OutsideReceipt receipt) => _receipts.Add(receipt);

    /// <summary>Tells of an entry; those of one chain in their order.</summary>
    internal void Entry(string kind, StoredEntry entry)
    {
        var hash = LedgerJson.Hash(entry.Body);
        var chain = Chain(kind, entry.CaseNo);
        var faults = chain.Add(entry, hash).ToList();
        faults.ForEach(Add);
        // What is broken in itself needs no seal to say so again.
        if ((_heads.Against(kind, entry, hash, chain.Shown) ?? _later.Against(kind, entry, hash, chain.Shown)) is { } other && faults.Count == 0) Add(other);
        if (chain.LastAt is { } at) Made(at, chain.Shown, entry.EntryNo, entry.Line);
        // An entry whose text is not what was written is named once.
        if (kind == SealLeaf.Case) Told(chain, entry, faults.Count == 0);
        else Told(entry, faults.Count == 0);
    }

    /// <summary>Tells, after the entries, which attachments are at hand.</summary>
    internal void Files(IReadOnlySet<string> atHand)
    {
        _hasFiles = true;
        // Of one case the access log, which records erasures, is not at hand.
        var missing = _files.Missing(atHand, _erased, onlyCase is null ? "it is gone and no erasure is recorded" : "it is gone");
        if (onlyCase is null) foreach (var fault in missing) Add(fault);
        else _unknown.AddRange(missing.Take(MostFaults).Select(m => $"Whether the attachment that entry {m.Entry} names was erased by order or taken out: it is not in this export, and neither is the access log. {m.Words}"));
    }

    /// <summary>Compares the heads that a database counts by.</summary>
    internal void Heads(string kind, Dictionary<string, (long Entries, string Hash)> heads)
    {
        foreach (var ((_, name), chain) in _chains.Where(c => c.Key.Kind == kind))
            if (chain.Against(heads.Remove(name, out var head) ? head : null) is { } fault) Add(fault);
        foreach (var name in heads.Keys) Add(new LedgerFault(Shown(kind, name), 1, "Expected the entries that the head counts, but there are none."));
    }

    /// <summary>Tells of something else that is not what it says it is.</summary>
    internal void Fault(LedgerFault fault) => Add(fault);

    internal VerifyReport Report()
    {
        var outside = new ReceiptCheck(_seals, onlyCase, IsLater);
        foreach (var receipt in _receipts)
            if (outside.Add(receipt) is { } words) Add(OfSeal(receipt.Seal ?? 0, words, null));
        // A later receipt of a seal that is at hand names what must be at hand as well.
        foreach (var receipt in _receipts.Where(r => IsLater(r) && r.Seal is { } n && _seals.HashOf(n) == r.Hash)) Add(receipt, _heads);
        foreach (var fault in _heads.Missing((kind, name) => _chains.GetValueOrDefault((kind, name))?.Last ?? 0, Shown)) Add(fault);
        var proven = outside.Proven(_entries);
        return new VerifyReport(_chains.Keys.LongCount(k => k.Kind == SealLeaf.Case), _entries, _faults.ToImmutable())
        {
            Seals = _seals.Count,
            AccessEntries = _access,
            Draws = _draws.Draws,
            SealedThrough = _seals.Last?.At,
            Receipts = _receipts.Count,
            Proven = proven,
            Notes = outside.Notes,
            Unknown = [.. outside.Unknown, .. _unknown],
            Unsealed = proven is null ? [] : [.. Unsealed(proven.Seal)],
            FilesElsewhere = _hasFiles ? 0 : _files.Count,
        };
    }

    private void Told(ChainWalk chain, StoredEntry entry, bool isWhole)
    {
        _entries++;
        if (!isWhole) return;
        foreach (var fault in _texts.Missing(chain, entry).Concat(_draws.Add(entry))) Add(fault);
        _files.Add(entry);
    }

    private void Told(StoredEntry access, bool isWhole)
    {
        _access++;
        if (isWhole && ErasureOrders.Of(access.Body) is { } number) _erased.Add(number);
    }

    private IEnumerable<UnsealedRun> Unsealed(long seal) =>
        from chain in _chains
        let covered = _seals.CoveredOf(chain.Key.Kind, chain.Key.Name, seal)
        where chain.Value.Last > covered
        orderby chain.Key.Kind descending, chain.Key.Name
        select new UnsealedRun(chain.Value.Shown, chain.Key.Kind == SealLeaf.Case, covered + 1, chain.Value.Last);

    private static LedgerFault OfSeal(long number, string words, long? line) => new("seals", number, words) { Line = line };

    private static string Shown(string kind, string name) => kind == SealLeaf.Case ? name : $"access log {name}";

    private ChainWalk Chain(string kind, string name) => _chains.TryGetValue((kind, name), out var chain)
        ? chain
        : _chains[(kind, name)] = new ChainWalk(name, kind == SealLeaf.Case ? "case" : "log", Shown(kind, name));

    private bool IsAtHand(SealLeaf leaf) => onlyCase is null || (leaf.Kind == SealLeaf.Case && leaf.Name == onlyCase);

    private bool IsLater(OutsideReceipt receipt) => made is { } at && receipt.At > at;

    private void Add(OutsideReceipt receipt, SealedHeads heads)
    {
        foreach (var leaf in receipt.Leaves.Where(IsAtHand)) heads.Add(leaf, $"seal {receipt.Seal} in {receipt.Source}");
    }

    // No hash covers the moment that an export names; set back, it would make receipts look later than they are.
    private void Made(DateTimeOffset at, string shown, long number, long? line)
    {
        if (_isMisdated || made is not { } said || at <= said) return;
        _isMisdated = true;
        Add(new LedgerFault(shown, number, $"Expected an export made after all that it holds, but it says that it was made at {said:O}, and this is of {at:O}.") { Line = line });
    }

    private void Add(LedgerFault fault)
    {
        if (_faults.Count < MostFaults) _faults.Add(fault);
    }
}

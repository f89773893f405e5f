using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Content;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Proofs.Walks;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs.Verifying;

/// <summary>
/// Checks a ledger that is told to it part by part, from a database or an export: first the seals, then the entries.
/// It holds one line for each chain and each sealed head in memory, never an entry.
/// </summary>
/// <param name="extent">How much of the ledger is at hand.</param>
/// <param name="receipts">What lies outside.</param>
internal sealed class LedgerCheck(Extent extent, IEnumerable<OutsideReceipt> receipts)
{
    private readonly FaultList _faults = new();
    private readonly FaultList _failures = new();
    private readonly Chains _chains = new();
    private readonly BroughtHeads _brought = new(extent, receipts);
    private readonly Contents _contents = new();
    private readonly SealWalk _seals = new(!extent.IsWhole);
    private readonly MomentMade _made = new(extent);
    private ImmutableArray<Message> _unknown = [];

    internal long Entries => _contents.Entries;

    /// <summary>Lots sealed and not drawn in the entries told so far.</summary>
    internal IEnumerable<SealedLots> Waiting => _contents.Waiting;

    /// <summary>Tells of a seal with the heads it covers; of one case, with those of the case that a path proved.</summary>
    /// <param name="seal">The seal.</param>
    /// <param name="leaves">The heads.</param>
    /// <param name="isTold">Whether it is known that it covers no others that matter.</param>
    /// <param name="line">Its line in an export.</param>
    internal void Seal(StoredSeal seal, IReadOnlyCollection<SealLeaf> leaves, bool isTold = true, long? line = null)
    {
        _faults.Add(_seals.Add(seal, leaves, isTold).Select(finding => LedgerFault.OfSeal(seal.Number, finding, line)));
        _brought.Add(leaves, seal.Number);
        if (_seals.Last is { } last && last.Number == seal.Number)
            _faults.Add(_made.Against(last.At, LedgerPlaces.Seals(), seal.Number, line));
    }

    /// <summary>Tells of a definition or a calendar, before the entries that name it.</summary>
    internal void Text(LedgerText text, string content, long? line = null) => _faults.Add(_contents.Text(text, content, line));

    /// <summary>Tells of a receipt that came with the ledger.</summary>
    internal void Receipt(OutsideReceipt receipt) => _brought.Add(receipt);

    /// <summary>Tells of an entry; those of one chain in their order.</summary>
    internal void Entry(string kind, StoredEntry entry)
    {
        var hash = LedgerJson.Hash(entry.Body);
        var chain = _chains[new ChainName(kind, entry.CaseNo)];
        var faults = chain.Add(entry, hash).ToList();
        _faults.Add(faults);
        // What is broken in itself needs no seal to say so again.
        if (_brought.Against(chain.Name, entry, hash) is { } other && faults.Count == 0)
            _faults.Add(other);
        if (faults.Count == 0)
            _faults.Add(SealedSince.Against(_seals, chain, entry));
        if (chain.Marks.RecordedAt is { } at)
            _faults.Add(_made.Against(at, chain.Name.Where, entry.EntryNo, entry.Line));
        _faults.Add(_contents.Entry(chain, entry, isWhole: faults.Count == 0));
    }

    /// <summary>Tells, after the entries, of an attachment whose content is not what its hash says.</summary>
    internal void File(WrongFile wrong, long? line = null) => _faults.Add(_contents.OfFile(wrong, line));

    /// <summary>Tells, after the entries, which attachments are at hand.</summary>
    internal void Files(IReadOnlySet<string> atHand)
    {
        if (extent.IsWhole)
            _faults.Add(_contents.Missing(atHand));
        else
            _unknown = [.. _contents.Unknown(atHand).Take(FaultList.Most)];
    }

    /// <summary>Compares the heads that a database counts by.</summary>
    internal void Heads(string kind, Dictionary<string, (long Entries, string Hash)> heads) => _faults.Add(_chains.Against(kind, heads));

    /// <summary>Tells of something else that is not what it says it is.</summary>
    internal void Fault(LedgerFault fault) => _faults.Add(fault);

    /// <summary>Tells of something that was not done. What people are told of is no fault of the ledger.</summary>
    internal void Undone(LeftUndone undone) => (undone.IsTold ? _failures : _faults).Add(undone.Finding);

    internal VerifyReport Report()
    {
        var outside = new ReceiptCheck(_seals, extent);
        foreach (var receipt in _brought.Receipts)
        {
            if (outside.Add(receipt) is { } finding)
                Fault(LedgerFault.OfSeal(receipt.Seal ?? 0, finding));
        }

        _faults.Add(_brought.Missing(_chains, _seals));
        if (extent.IsWhole)
            _faults.Add(_contents.OfTheWhole(Covered));
        return Report(outside, outside.Proven(Entries));
    }

    private long Covered(string log) => _seals.CoveredOf(new ChainName(SealLeaf.Access, log), long.MaxValue);

    // A record that no receipt covers may have been made up to explain what is gone.
    private IEnumerable<Message> UnsealedErasures(Proven proven) =>
        from erasure in _contents.Erasures
        where erasure.Number > _seals.CoveredOf(new ChainName(SealLeaf.Access, erasure.Log), proven.Seal)
        select ContentFindings.ErasureUnsealed(erasure.Case, erasure.Log, erasure.Number);

    private VerifyReport Report(ReceiptCheck outside, Proven? proven) =>
        new(_chains.Cases, Entries, _faults.All)
        {
            Seals = _seals.Count,
            AccessEntries = _contents.AccessEntries,
            Draws = _contents.Draws,
            SealedThrough = _seals.Last?.At,
            Receipts = _brought.Receipts.Count,
            Proven = proven,
            Notes = outside.Notes,
            Unknown = [.. outside.Unknown, .. _unknown, .. proven is null ? [] : UnsealedErasures(proven)],
            Unsealed = proven is null ? [] : [.. _chains.After(chain => _seals.CoveredOf(chain, proven.Seal))],
            FilesElsewhere = _contents.FilesElsewhere,
            Erasures = _contents.Erasures,
            Failures = _failures.All,
            Simulated = _contents.Simulated,
        };
}

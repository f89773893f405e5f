using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>Compares the seals of a ledger with what lies outside, and says how far it is proven.</summary>
/// <param name="seals">The seals, walked to their end.</param>
/// <param name="extent">How much of the ledger is at hand.</param>
internal sealed class ReceiptCheck(SealWalk seals, Extent extent)
{
    private readonly ImmutableArray<Message>.Builder _notes = ImmutableArray.CreateBuilder<Message>();
    private readonly List<OutsideReceipt> _later = [];
    private readonly List<OutsideReceipt> _elsewhere = [];
    private (long Seal, Message By, DateTimeOffset? StampedAt)? _last;

    /// <summary>What was not needed, and why.</summary>
    internal ImmutableArray<Message> Notes => _notes.ToImmutable();

    /// <summary>What cannot be known although receipts were brought.</summary>
    internal ImmutableArray<Message> Unknown => [.. Silent(), .. Later(), .. _elsewhere.Select(r => ReceiptFindings.Elsewhere(r.Source))];

    /// <summary>Returns what a receipt shows to be wrong; null when the ledger has the seal, or the receipt says nothing about what is at hand.</summary>
    internal Message? Add(OutsideReceipt receipt)
    {
        var number = receipt.Seal ?? seals.WithHash(receipt.Hash);
        var found = number is { } n ? seals.HashOf(n) : null;
        if (found == receipt.Hash)
        {
            if (Misdated(receipt, number!.Value) is { } misdated)
                return misdated;
            Use(receipt, number.Value);
        }
        else if (found is not null || !IsSetAside(receipt))
            return receipt.Against(found);
        return null;
    }

    /// <summary>Returns how far outside receipts reach; null when none does.</summary>
    internal Proven? Proven(long entries)
    {
        if (_last is not var (seal, by, stampedAt))
            return null;
        var reached = FirstUntold() is { } untold ? untold - 1 : seal;
        return seals.Covered.TryGetValue(reached, out var covered)
            ? new Proven(reached, covered.At, by, covered.Entries, Math.Max(0, entries - covered.Entries)) { StampedAt = stampedAt }
            : null;
    }

    // An authority cannot have stamped a seal before it was made, and what was copied from a seal has its moment.
    private Message? Misdated(OutsideReceipt receipt, long number)
    {
        if (receipt.At is not { } at || !seals.Covered.TryGetValue(number, out var covered))
            return null;
        if (receipt.IsToken)
            return SealedSince.IsBefore(at, covered.At) ? ReceiptFindings.StampedBefore(receipt.Source, at, number, covered.At) : null;
        return (at - covered.At).Duration() < TimeSpan.FromSeconds(1)
            ? null
            : ReceiptFindings.OtherMoment(receipt.Source, at, number, covered.At);
    }

    private void Use(OutsideReceipt receipt, long number)
    {
        // Where a seal has two receipts the token proves more: anybody could have copied the other.
        if (_last is not { } last || number > last.Seal || (number == last.Seal && receipt.IsToken))
            _last = (number, receipt.Source, receipt.IsToken ? receipt.At : null);
        // A receipt with its heads tells by itself whether the seal names the case.
        if (!receipt.Leaves.IsEmpty)
            seals.Told(number);
    }

    // A seal that is not at hand need not be: it may be of before an export of one case, of after it, or of other cases alone.
    private bool IsSetAside(OutsideReceipt receipt)
    {
        if (!extent.IsWhole && receipt.Seal is { } seal && seal < seals.First)
            _notes.Add(ReceiptFindings.BeforeExport(receipt.Source, seal, seals.First));
        else if (extent.IsBefore(receipt))
            _later.Add(receipt);
        else if (!extent.IsWhole && (receipt.Seal is null || seals.First == 0))
            _elsewhere.Add(receipt);
        else
            return false;
        return true;
    }

    private long? FirstUntold() => extent.OnlyCase is { } one && _last is var (seal, _, _) ? seals.Untold(one, seal) : null;

    private IEnumerable<Message> Silent() => FirstUntold() is { } untold ? [ReceiptFindings.Silent(untold, extent.OnlyCase!)] : [];

    private IEnumerable<Message> Later() =>
        _later switch
        {
            [] => [],
            [var one] => [ReceiptFindings.Later(one.Source, $"{one.At:O}")],
            [var one, ..] => [ReceiptFindings.LaterMany(_later.Count, one.Source, $"{one.At:O}")],
        };
}

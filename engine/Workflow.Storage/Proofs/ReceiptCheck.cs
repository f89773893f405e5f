using System.Collections.Immutable;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs;

/// <summary>Compares the seals of a ledger with what lies outside, and says how far it is proven.</summary>
/// <param name="seals">The seals, walked to their end.</param>
/// <param name="onlyCase">The one case that is at hand; null for the whole ledger.</param>
/// <param name="isLater">Whether a receipt is of after what is checked was taken from the ledger, as far as it says so itself.</param>
internal sealed class ReceiptCheck(SealWalk seals, string? onlyCase, Func<OutsideReceipt, bool> isLater)
{
    private readonly ImmutableArray<string>.Builder _notes = ImmutableArray.CreateBuilder<string>();
    private readonly List<OutsideReceipt> _later = [];
    private readonly List<OutsideReceipt> _elsewhere = [];
    private (long Seal, string By)? _last;

    /// <summary>What was not needed, and why.</summary>
    internal ImmutableArray<string> Notes => _notes.ToImmutable();

    /// <summary>What cannot be known although receipts were brought.</summary>
    internal ImmutableArray<string> Unknown => [.. Silent(), .. Later(), .. _elsewhere.Select(r => $"{r.Source} names a seal that this export does not hold: whether the export holds all of the case that it covers.")];

    /// <summary>Returns what a receipt shows to be wrong; null when the ledger has the seal, or the receipt says nothing about what is at hand.</summary>
    internal string? Add(OutsideReceipt receipt)
    {
        var number = receipt.Seal ?? seals.WithHash(receipt.Hash);
        var found = number is { } n ? seals.HashOf(n) : null;
        if (found == receipt.Hash) return Used(receipt, number!.Value);
        if (found is not null) return receipt.Against(found);
        if (onlyCase is not null && receipt.Seal < seals.First) _notes.Add($"{receipt.Source} is of seal {receipt.Seal}; the export begins with seal {seals.First}.");
        else if (isLater(receipt)) _later.Add(receipt);
        else if (onlyCase is not null && (receipt.Seal is null || seals.First == 0)) _elsewhere.Add(receipt);
        else return receipt.Against(found);
        return null;
    }

    /// <summary>Returns how far outside receipts reach; null when none does.</summary>
    internal Proven? Proven(long entries)
    {
        if (_last is not var (seal, by)) return null;
        var reached = FirstUntold() is { } untold ? untold - 1 : seal;
        return seals.Covered.TryGetValue(reached, out var covered)
            ? new Proven(reached, covered.At, by, covered.Entries, Math.Max(0, entries - covered.Entries))
            : null;
    }

    private string? Used(OutsideReceipt receipt, long number)
    {
        if (_last is null || number > _last.Value.Seal) _last = (number, receipt.Source);
        // A receipt with its heads tells by itself whether the seal names the case.
        if (!receipt.Leaves.IsEmpty) seals.Told(number);
        return null;
    }

    private long? FirstUntold() => onlyCase is { } one && _last is var (seal, _) ? seals.Untold(one, seal) : null;

    private IEnumerable<string> Silent() => FirstUntold() is { } untold
        ? [$"Whether seal {untold} names case {onlyCase}: this export holds neither the path that would prove it nor the proof that it does not. Entries may have been cut off; export the case again."]
        : [];

    private IEnumerable<string> Later() => _later.Count == 0
        ? []
        : [$"Whether this export holds all that was sealed by {(_later.Count == 1 ? "" : $"{_later.Count} receipts, of them ")}{_later[0].Source} of {_later[0].At:O}: that is after the export was made, as it says itself, and it does not hold the seal. Export again, or bring no later receipts."];
}

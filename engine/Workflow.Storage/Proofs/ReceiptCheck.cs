using System.Collections.Immutable;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs;

/// <summary>Compares the seals of a ledger with what lies outside, and says how far it is proven.</summary>
internal sealed class ReceiptCheck(SealWalk seals, bool ofOneCase, Func<OutsideReceipt, bool> isLater)
{
    private readonly ImmutableArray<string>.Builder _notes = ImmutableArray.CreateBuilder<string>();
    private (long Seal, string By)? _last;

    /// <summary>What could not be used, and why.</summary>
    internal ImmutableArray<string> Notes => _notes.ToImmutable();

    /// <summary>Returns what a receipt shows to be wrong; null when the ledger has the seal, or the receipt says nothing about what is at hand.</summary>
    internal string? Add(OutsideReceipt receipt)
    {
        if (isLater(receipt)) return Note($"{receipt.Source} is of {receipt.At:O}, after the export was made, and was not used.");
        if (ofOneCase && receipt.Seal < seals.First) return Note($"{receipt.Source} is of seal {receipt.Seal}; the export begins with seal {seals.First}, and it was not used.");
        var number = receipt.Seal ?? seals.WithHash(receipt.Hash);
        var found = number is { } n ? seals.HashOf(n) : null;
        if (found == receipt.Hash && (_last is null || number > _last.Value.Seal)) _last = (number!.Value, receipt.Source);
        return receipt.Against(found);
    }

    /// <summary>Returns how far outside receipts reach; null when none does.</summary>
    internal Proven? Proven(long entries)
    {
        if (_last is not var (seal, by) || !seals.Covered.TryGetValue(seal, out var covered)) return null;
        return new Proven(seal, covered.At, by, covered.Entries, Math.Max(0, entries - covered.Entries));
    }

    private string? Note(string words)
    {
        _notes.Add(words);
        return null;
    }
}

using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Findings;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>
/// Holds each entry against the seals: what a seal does not cover was not in the ledger at its moment, whatever the entry says
/// of when it was recorded. This finds an act that was entered afterwards under an earlier moment (倒签).
/// </summary>
internal static class SealedSince
{
    // Clocks of two machines differ a little, and an entry is committed shortly after it was decided.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Returns what is wrong with the moment of the entry that a walk has just passed; null for nothing.</summary>
    /// <param name="seals">The seals, walked to their end.</param>
    /// <param name="walk">The walk.</param>
    /// <param name="entry">The entry.</param>
    internal static LedgerFault? Against(SealWalk seals, ChainWalk walk, StoredEntry entry)
    {
        if (walk.Marks.RecordedAt is not { } at || seals.LastWithout(walk.Name, entry.EntryNo) is not var (seal, sealedAt))
            return null;
        return IsBefore(at, sealedAt)
            ? new LedgerFault(walk.Name.Where, entry.EntryNo, SealFindings.Backdated(at, seal, sealedAt)) { Line = entry.Line }
            : null;
    }

    /// <summary>Whether a moment lies so far before another that no difference of clocks explains it.</summary>
    internal static bool IsBefore(DateTimeOffset at, DateTimeOffset other) => at < other - Tolerance;
}

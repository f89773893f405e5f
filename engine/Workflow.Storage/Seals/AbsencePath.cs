namespace Workflow.Storage.Seals;

/// <summary>That a seal does not name a case: the heads of a tree stand in order, and the two beside its place leave no room for it.</summary>
/// <param name="Before">The last head before its place; null when it would be the first of all.</param>
/// <param name="After">The first head after its place; null when it would be the last of all.</param>
internal sealed record AbsencePath(HeadPath? Before, HeadPath? After)
{
    /// <summary>Returns the proof that a case is not among the leaves of a seal, which are in order and do not name it.</summary>
    internal static AbsencePath Of(string number, IReadOnlyList<SealLeaf> leaves, byte[][] hashes)
    {
        var place = leaves.Count(l => l.ComparedTo(SealLeaf.Case, number) < 0);
        var before = place > 0 ? HeadPath.Of(leaves, hashes, place - 1) : null;
        return new AbsencePath(before, place < leaves.Count ? HeadPath.Of(leaves, hashes, place) : null);
    }

    /// <summary>Whether it proves that a seal does not name a case.</summary>
    internal bool Proves(string number, Seal seal) =>
        (Before ?? After) is not null
        && LeavesNoRoom(seal)
        && (Before is null || IsBeside(Before, number, order: -1, seal))
        && (After is null || IsBeside(After, number, order: 1, seal));

    private bool LeavesNoRoom(Seal seal) => (Before?.Place + 1 ?? 0) == (After?.Place ?? seal.Leaves);

    private static bool IsBeside(HeadPath head, string number, int order, Seal seal) =>
        Math.Sign(head.Head.ComparedTo(SealLeaf.Case, number)) == order && head.LeadsTo(seal);
}

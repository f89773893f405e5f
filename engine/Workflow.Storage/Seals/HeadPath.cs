using System.Collections.Immutable;

namespace Workflow.Storage.Seals;

/// <summary>A head with its path to the root of a seal's tree.</summary>
/// <param name="Head">The head.</param>
/// <param name="Place">Its place in the tree, from 0.</param>
/// <param name="Path">The hashes that lead to the root, lower-case hex, the lowest first.</param>
internal sealed record HeadPath(SealLeaf Head, long Place, ImmutableArray<string> Path)
{
    /// <summary>Returns the path of the head at a place of a tree.</summary>
    internal static HeadPath Of(IReadOnlyList<SealLeaf> leaves, byte[][] hashes, int place) =>
        new(leaves[place], place, [.. MerkleTree.Path(hashes, place).Select(Convert.ToHexStringLower)]);

    /// <summary>Whether the path leads from the head at its place to the root of a seal.</summary>
    internal bool LeadsTo(Seal seal)
    {
        try
        {
            var root = MerkleTree.RootBy(MerkleTree.Leaf(Head.Text), Place, seal.Leaves, [.. Path.Select(Convert.FromHexString)]);
            return root is not null && Convert.ToHexStringLower(root) == seal.Root;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

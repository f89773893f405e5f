using System.Collections.Immutable;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Workflow.Storage.Seals;

/// <summary>The tree of RFC 6962 section 2.1 with SHA-256. Leaves and nodes are hashed with different first bytes, so that neither passes for the other.</summary>
public static class MerkleTree
{
    /// <summary>The algorithm's name, as seals carry it.</summary>
    public const string Algorithm = "SHA-256, tree of RFC 6962";

    private const byte LeafMark = 0;
    private const byte NodeMark = 1;

    /// <summary>Returns the hash of a leaf: SHA-256 over a zero byte and the text in UTF-8.</summary>
    public static byte[] Leaf(string text) => SHA256.HashData([LeafMark, .. Encoding.UTF8.GetBytes(text)]);

    /// <summary>Returns the root over leaf hashes in their order; at least one.</summary>
    public static byte[] Root(ReadOnlySpan<byte[]> leaves) =>
        leaves.Length == 1 ? leaves[0] : Node(Root(leaves[..Left(leaves.Length)]), Root(leaves[Left(leaves.Length)..]));

    /// <summary>Returns the root over heads in their order, as lower-case hex; at least one.</summary>
    internal static string RootOf(IEnumerable<SealLeaf> leaves) => Convert.ToHexStringLower(Root([.. leaves.Select(l => Leaf(l.Text))]));

    /// <summary>Returns the hashes that lead from a leaf to the root, the lowest first.</summary>
    /// <param name="leaves">The leaf hashes.</param>
    /// <param name="place">The leaf's place, from 0.</param>
    public static ImmutableArray<byte[]> Path(ReadOnlySpan<byte[]> leaves, int place)
    {
        if (leaves.Length == 1)
            return [];
        var left = Left(leaves.Length);
        return place < left
            ? [.. Path(leaves[..left], place), Root(leaves[left..])]
            : [.. Path(leaves[left..], place - left), Root(leaves[..left])];
    }

    /// <summary>Returns the root to which a path leads; null when a tree of that size has no such place or no path of that length.</summary>
    /// <param name="leaf">The leaf's hash.</param>
    /// <param name="place">Its place, from 0.</param>
    /// <param name="count">How many leaves the tree has.</param>
    /// <param name="path">The path, the lowest hash first.</param>
    public static byte[]? RootBy(byte[] leaf, long place, long count, ReadOnlySpan<byte[]> path)
    {
        if (place < 0 || place >= count)
            return null;
        if (count == 1)
            return path.Length == 0 ? leaf : null;
        if (path.Length == 0)
            return null;
        var left = Left(count);
        return place < left
            ? RootBy(leaf, place, left, path[..^1]) is { } below
                ? Node(below, path[^1])
                : null
            : RootBy(leaf, place - left, count - left, path[..^1]) is { } above
                ? Node(path[^1], above)
                : null;
    }

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([NodeMark, .. left, .. right]);

    // The largest power of two that leaves something for the right.
    private static int Left(int count) => (int)Left((long)count);

    private static long Left(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}

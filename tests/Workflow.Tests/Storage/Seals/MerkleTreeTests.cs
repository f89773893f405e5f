using Workflow.Storage.Seals;

namespace Workflow.Tests.Storage.Seals;

/// <summary>The leaves and roots are those that the reference implementation of Certificate Transparency publishes for RFC 6962.</summary>
public sealed class MerkleTreeTests
{
    private static readonly byte[][] Leaves =
    [
        .. new[] { "", "\0", "\u0010", " !", "01", "@ABC", "PQRSTUVW", "`abcdefghijklmno" }.Select(MerkleTree.Leaf),
    ];

    [TestCase(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [TestCase(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [TestCase(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [TestCase(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [TestCase(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [TestCase(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [TestCase(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [TestCase(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_root_is_that_of_the_reference(int count, string root) =>
        Assert.That(Convert.ToHexStringLower(MerkleTree.Root(Leaves.AsSpan(0, count))), Is.EqualTo(root));

    [Test]
    public void A_path_leads_from_its_leaf_to_the_root_and_from_no_other([Range(1, 8)] int count)
    {
        var tree = Leaves[..count];
        var root = MerkleTree.Root(tree);
        for (var place = 0; place < count; place++)
        {
            var path = MerkleTree.Path(tree, place).AsSpan().ToArray();
            for (var other = 0; other < count; other++)
            {
                Assert.That(MerkleTree.RootBy(tree[place], other, count, path)?.SequenceEqual(root) ?? false, Is.EqualTo(other == place));
                Assert.That(MerkleTree.RootBy(tree[other], place, count, path)?.SequenceEqual(root) ?? false, Is.EqualTo(other == place));
            }
        }
    }

    [Test]
    public void A_path_of_another_length_leads_nowhere()
    {
        var path = MerkleTree.Path(Leaves, 3).AsSpan().ToArray();
        Assert.That(MerkleTree.RootBy(Leaves[3], 3, 8, path[1..]), Is.Null);
        Assert.That(MerkleTree.RootBy(Leaves[3], 3, 8, [.. path, path[0]]), Is.Null);
        Assert.That(MerkleTree.RootBy(Leaves[3], 8, 8, path), Is.Null);
    }
}

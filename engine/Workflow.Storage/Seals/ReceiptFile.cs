using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Seals;

/// <summary>A seal as a file to lay elsewhere: its exact text in the first line, then each head it covers. What was rewritten can be named from it.</summary>
public static class ReceiptFile
{
    /// <summary>How the name of a receipt ends.</summary>
    public const string Extension = ".seal";

    // A leaf holds a case's number and a hash; anything longer is not one.
    private const int LongestLine = 16 * 1024;

    /// <summary>Returns the name of a seal's receipt; names sort as their seals.</summary>
    public static string Name(long number) => $"seal-{number.ToString("00000000", CultureInfo.InvariantCulture)}{Extension}";

    /// <summary>Returns the text of a receipt.</summary>
    public static string Text(StoredSeal seal, ImmutableArray<SealLeaf> leaves)
    {
        var text = new StringBuilder(seal.Body).Append('\n');
        foreach (var leaf in leaves)
            text.Append(leaf.Text).Append('\n');
        return text.ToString();
    }

    /// <summary>Reads a receipt and checks that its heads are those of its seal.</summary>
    /// <param name="content">The content.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="InputRefusedException">It is no receipt, or a damaged one.</exception>
    public static OutsideReceipt Read(Stream content, string name)
    {
        var lines = new CappedLines(content, name, LongestLine);
        try
        {
            return Read(lines, name);
        }
        catch (JsonException)
        {
            throw lines.Number == 1 ? ReceiptRefusals.NoSeal(name, lines.Number) : ReceiptRefusals.NoHead(name, lines.Number);
        }
    }

    private static OutsideReceipt Read(CappedLines lines, string name)
    {
        using var each = lines.All().GetEnumerator();
        if (!each.MoveNext())
            throw ReceiptRefusals.Empty(name);
        // A copy that went through Windows has its ends of lines; the seal's text has none.
        var body = each.Current.TrimEnd('\r');
        var seal = SealJson.Read<Seal>(body);
        var leaves = ImmutableArray.CreateBuilder<SealLeaf>();
        while (each.MoveNext())
            leaves.Add(SealJson.Read<SealLeaf>(each.Current.TrimEnd('\r')));
        var receipt = new OutsideReceipt(ReceiptMessages.File(name), seal.Number, LedgerJson.Hash(body), seal.At);
        return Checked(seal, receipt with { Leaves = leaves.ToImmutable() }, name);
    }

    private static OutsideReceipt Checked(Seal seal, OutsideReceipt receipt, string name)
    {
        if (receipt.Leaves.Length != seal.Leaves)
            throw ReceiptRefusals.OtherCount(name, seal.Leaves, receipt.Leaves.Length);
        var root = MerkleTree.RootOf(receipt.Leaves);
        return root == seal.Root ? receipt : throw ReceiptRefusals.OtherRoot(name, seal.Root, root);
    }
}

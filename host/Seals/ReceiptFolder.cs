using System.Text;
using Workflow.Engine.Messages;
using Workflow.Host.Opening;
using Workflow.Storage.Refusals;
using Workflow.Storage.Seals;

namespace Workflow.Host.Seals;

/// <summary>A folder outside, best on another machine's disk, that receives a file for each seal. What lies there is never overwritten.</summary>
public sealed class ReceiptFolder(string path)
{
    public const string TokenExtension = ".tsr";

    private static readonly UTF8Encoding Utf8 = new(false);

    /// <summary>Takes a folder that is there, or makes it in one that is there: found now, not by a seal ten minutes later that nobody watches.</summary>
    /// <exception cref="OpeningRefusedException">The folder around it does not exist, it is an option without its value, or it cannot be made.</exception>
    public static ReceiptFolder Reach(string path)
    {
        try
        {
            var folder = new ReceiptFolder(path);
            folder.Make();
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw OpeningRefusals.ReceiptsUnusable(path, MachineText.Of(e));
        }
    }

    /// <summary>Writes the receipt of every seal since the last that lies there.</summary>
    /// <exception cref="OpeningRefusedException">The last one there is not of this ledger's seal: one of the two was replaced.</exception>
    public void Bring(LedgerSeals seals)
    {
        Make();
        var last = Directory.EnumerateFiles(path, $"seal-*{ReceiptFile.Extension}").Max(StringComparer.Ordinal);
        var from = last is null ? 1 : Known(last, seals) + 1;
        for (var seal = seals.Find(from); seal is not null; seal = seals.Find(seal.Number + 1))
            Put(ReceiptFile.Name(seal.Number), Utf8.GetBytes(ReceiptFile.Text(seal, seals.Leaves(seal.Number))));
    }

    /// <summary>Puts the answer of an authority beside the receipt, in the form in which everybody exchanges them.</summary>
    public void Put(SealToken token) =>
        Put(Path.ChangeExtension(ReceiptFile.Name(token.Seal), TokenExtension), TimestampResponse.Of(token.Token));

    // A disk that is not mounted has no folder around it: receipts that were made in its place would lie beside the ledger.
    private void Make()
    {
        if (Directory.Exists(path))
            return;
        var whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetFileName(whole).StartsWith('-') || !Directory.Exists(Path.GetDirectoryName(whole)))
            throw OpeningRefusals.NoFolder(path);
        Directory.CreateDirectory(whole);
    }

    private static long Known(string file, LedgerSeals seals)
    {
        using var content = File.OpenRead(file);
        var receipt = Read(content, file);
        var seal = receipt.Seal!.Value;
        var found = seals.Find(seal)?.Hash ?? throw BroughtRefusals.SealGone(seal, receipt.Source);
        return found == receipt.Hash ? seal : throw BroughtRefusals.OtherSeal(seal, receipt.Hash, receipt.Source, found);
    }

    private static OutsideReceipt Read(Stream content, string file)
    {
        try
        {
            return ReceiptFile.Read(content, file);
        }
        catch (InputRefusedException e)
        {
            throw BroughtRefusals.Unreadable(e.Reason);
        }
    }

    // The file takes its own name only once it is whole, and only if no other file has that name.
    private void Put(string name, byte[] bytes)
    {
        var (whole, part) = (Path.Combine(path, name), Path.Combine(path, $".{name}.part"));
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(part, whole, overwrite: false);
    }
}

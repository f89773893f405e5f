using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Workflow.Host.Opening;
using Workflow.Storage.Exports;
using Workflow.Storage.Files;
using Workflow.Storage.Publishing;
using Workflow.Storage.Reading;
using Workflow.Storage.Vaults;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.Evidence;

/// <summary>Packs a case file: the page to print, the attachments under their hashes, and the ledger of the case with its proofs.</summary>
internal static class CaseFileZip
{
    internal const string Page = "case-file.html";
    internal const string Ledger = "ledger.jsonl";

    internal static string Write(ExportRequest asked, string path, string wanted, CancellationToken cancellation)
    {
        var number = asked.Case ?? throw new OpeningRefusedException("Expected the number of a case, but a case file is of one case and none is named; run 'cases' to see which there are.");
        var recorded = RecordedCase.Find(number, asked.Database, new PublishedProcesses(asked.Database))!;
        var (words, head) = (Words.In("zh"), new CaseReads(asked.Database).Head(number)!.Hash);
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        using (var page = new StreamWriter(zip.CreateEntry(Page).Open(), new UTF8Encoding(false))) page.Write(CaseFileHtml.Write(recorded, CaseFile.Of(recorded, words), head, words));
        using (var ledger = zip.CreateEntry(Ledger).Open()) new LedgerExport(asked.Database).Write(ledger, number, attachments: false, asked.At, cancellation);
        var (files, store) = (recorded.State.Files.Select(f => f.Sha256).Distinct(StringComparer.Ordinal).ToList(), new FileStore(asked.Database));
        var erased = new ErasureOrders(asked.Database).Has(number) ? files.RemoveAll(sha256 => store.Find(sha256) is null) : 0;
        foreach (var sha256 in files) Pack(sha256, store, zip, cancellation);
        return $"1 case, {recorded.Entries.Length} entries, {files.Count} attachments{(erased == 0 ? "" : $", {erased} erased by a recorded order")}";
    }

    // A file that is not what the case names must not pass for it.
    private static void Pack(string sha256, FileStore store, ZipArchive zip, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var hash = SHA256.Create();
        using (var content = new CryptoStream(zip.CreateEntry($"attachments/{sha256}").Open(), hash, CryptoStreamMode.Write))
        {
            if (!store.Read(sha256, content, cancellation).GetAwaiter().GetResult())
                throw new OpeningRefusedException($"Expected the attachment {sha256}, which the case names, but it is gone and no erasure is recorded; 'verify' names the entry.");
        }

        var found = Convert.ToHexStringLower(hash.Hash!);
        if (found != sha256) throw new OpeningRefusedException($"Expected the attachment {sha256}, which the case names, but the content has the hash {found}.");
    }
}

using System.IO.Compression;
using System.Text;
using Workflow.Host.Opening;
using Workflow.Storage.Exports;
using Workflow.Storage.Files;
using Workflow.Storage.Publishing;
using Workflow.Storage.Reading;
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
        var files = recorded.State.Files.Select(f => f.Sha256).Distinct(StringComparer.Ordinal).ToList();
        foreach (var sha256 in files)
        {
            cancellation.ThrowIfCancellationRequested();
            using var content = zip.CreateEntry($"attachments/{sha256}").Open();
            new FileStore(asked.Database).Read(sha256, content, cancellation).GetAwaiter().GetResult();
        }

        return $"1 case, {recorded.Entries.Length} entries, {files.Count} attachments";
    }
}

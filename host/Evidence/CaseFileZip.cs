using System.IO.Compression;
using System.Text;
using Workflow.Host.Opening;
using Workflow.Storage.Exports;
using Workflow.Storage.Files;
using Workflow.Storage.Publishing;
using Workflow.Storage.Reading;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.Evidence;

/// <summary>Writes a case file as the name of the wanted file ends: packed, with the attachments under their hashes and the ledger of the case with its proofs, or the page alone.</summary>
internal static class CaseFileZip
{
    internal const string Page = "case-file.html";
    internal const string Ledger = "ledger.jsonl";

    internal static string Write(ExportRequest asked, string path, string wanted, CancellationToken cancellation)
    {
        var number = asked.Case ?? throw new OpeningRefusedException("Expected the number of a case, but a case file is of one case and none is named; run 'cases' to see which there are.");
        var recorded = RecordedCase.Find(number, asked.Database, new PublishedProcesses(asked.Database))!;
        return Path.GetExtension(wanted).ToLowerInvariant() switch
        {
            ".zip" => Pack(asked, recorded, path, cancellation),
            ".html" => Alone(asked, recorded, path),
            _ => throw new OpeningRefusedException($"Expected the name of a case file to end in .zip (page, attachments and ledger) or .html (the page alone), but found '{Path.GetFileName(wanted)}'."),
        };
    }

    private static string Pack(ExportRequest asked, RecordedCase recorded, string path, CancellationToken cancellation)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        using (var page = zip.CreateEntry(Page).Open()) WritePage(asked, recorded, page);
        using (var ledger = zip.CreateEntry(Ledger).Open()) new LedgerExport(asked.Database).Write(ledger, recorded.State.Number, attachments: false, asked.At, cancellation);
        var files = Attachments(recorded);
        foreach (var sha256 in files)
        {
            cancellation.ThrowIfCancellationRequested();
            using var content = zip.CreateEntry($"attachments/{sha256}").Open();
            new FileStore(asked.Database).Read(sha256, content, cancellation).GetAwaiter().GetResult();
        }

        return $"1 case, {recorded.Entries.Length} entries, {files.Count} attachments";
    }

    private static string Alone(ExportRequest asked, RecordedCase recorded, string path)
    {
        using (var page = File.Create(path)) WritePage(asked, recorded, page);
        return $"1 case, the page alone: without its {Attachments(recorded).Count} attachments and the ledger to verify";
    }

    private static void WritePage(ExportRequest asked, RecordedCase recorded, Stream into)
    {
        var (words, head) = (Words.In("zh"), new CaseReads(asked.Database).Head(recorded.State.Number)!.Hash);
        using var page = new StreamWriter(into, new UTF8Encoding(false), leaveOpen: true);
        page.Write(CaseFileHtml.Write(recorded, CaseFile.Of(recorded, words), head, words));
    }

    private static List<string> Attachments(RecordedCase recorded) => [.. recorded.State.Files.Select(f => f.Sha256).Distinct(StringComparer.Ordinal)];
}

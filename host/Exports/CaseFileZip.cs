using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Workflow.Engine.Messages;
using Workflow.Host.CaseFiles;
using Workflow.Host.Proving.Packing;
using Workflow.Host.Replaying;
using Workflow.Host.Wording;
using Workflow.Storage.Exports;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Content;
using Workflow.Storage.Reading;
using Workflow.Storage.Vaults;

namespace Workflow.Host.Exports;

/// <summary>Writes a case file as the name of the wanted file ends: packed, with the attachments under their hashes and the ledger of the case with its proofs, or the page alone.</summary>
internal static class CaseFileZip
{
    internal static Message Write(ExportRequest asked, string path, string wanted, CancellationToken cancellation)
    {
        var number = asked.Case ?? throw CaseFileRefusals.NoCase();
        var recorded = RecordedCase.Find(number, asked.Database, new PublishedProcesses(asked.Database))!;
        return Path.GetExtension(wanted).ToLowerInvariant() switch
        {
            ".zip" => Pack(asked, recorded, path, cancellation),
            ".html" => Alone(asked, recorded, path),
            _ => throw CaseFileRefusals.Name(Path.GetFileName(wanted)),
        };
    }

    private static Message Pack(ExportRequest asked, RecordedCase recorded, string path, CancellationToken cancellation)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        using (var page = zip.CreateEntry(CaseFileMembers.Page).Open())
            WritePage(asked, recorded, page);
        using (var ledger = zip.CreateEntry(CaseFileMembers.Ledger).Open())
            new LedgerExport(asked.Database).Write(ledger, recorded.State.Number, attachments: false, asked.At, cancellation);
        var (files, store) = (Attachments(recorded), new FileStore(asked.Database));
        var erased = new ErasureOrders(asked.Database).Has(recorded.State.Number)
            ? files.RemoveAll(sha256 => store.Find(sha256) is null)
            : 0;
        foreach (var sha256 in files)
            Pack(sha256, store, zip, cancellation);
        return Told(recorded.Entries.Length, files.Count, erased);
    }

    private static Message Told(int entries, int files, int erased) =>
        erased == 0
            ? new Message("export.case_file", ("entries", entries), ("files", files))
            : new Message("export.case_file_erased", ("entries", entries), ("files", files), ("erased", erased));

    // A file that is not what the case names must not pass for it.
    private static void Pack(string sha256, FileStore store, ZipArchive zip, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var hash = SHA256.Create();
        using (var content = new CryptoStream(zip.CreateEntry(CaseFileMembers.Attachment(sha256)).Open(), hash, CryptoStreamMode.Write))
        {
            if (!store.Read(sha256, content, cancellation).GetAwaiter().GetResult())
                throw CaseFileRefusals.AttachmentGone(sha256);
        }

        var found = Convert.ToHexStringLower(hash.Hash!);
        if (found != sha256)
            throw CaseFileRefusals.AttachmentOther(sha256, found);
    }

    private static Message Alone(ExportRequest asked, RecordedCase recorded, string path)
    {
        using (var page = File.Create(path))
            WritePage(asked, recorded, page);
        return new Message("export.page_alone", ("files", Attachments(recorded).Count));
    }

    private static void WritePage(ExportRequest asked, RecordedCase recorded, Stream into)
    {
        var (words, head) = (Words.In("zh"), new CaseReads(asked.Database).Head(recorded.State.Number)!.Hash);
        using var page = new StreamWriter(into, new UTF8Encoding(false), leaveOpen: true);
        var personal = new Vault(asked.Database).Open(recorded.State.Number);
        page.Write(CaseFileHtml.Write(recorded, CaseFile.Of(recorded, words, personal), head, words));
    }

    private static List<string> Attachments(RecordedCase recorded) =>
        [.. recorded.State.Files.Select(f => f.Sha256).Distinct(StringComparer.Ordinal)];
}

using System.IO.Compression;
using System.Security.Cryptography;
using Workflow.Host.Exports;
using Workflow.Host.Opening;
using Workflow.Storage.Exports;

namespace Workflow.Host.Proving;

/// <summary>An export as somebody brings it: plain, compressed with gzip, or packed as a case file with its attachments.</summary>
internal sealed class BroughtExport : IDisposable
{
    private static readonly byte[] GzipMark = [0x1F, 0x8B];
    private static readonly byte[] ZipMark = "PK\u0003\u0004"u8.ToArray();

    private readonly ZipArchive? _zip;

    /// <param name="file">The file; it can be read from its beginning again.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="OpeningRefusedException">It is a ZIP without a ledger in it.</exception>
    internal BroughtExport(Stream file, string name)
    {
        if (Begins(file, ZipMark))
        {
            _zip = Archive(file, name);
            Lines = (_zip.GetEntry(CaseFileZip.Ledger) ?? throw ProvingRefusals.NoLedgerInZip(name, CaseFileZip.Ledger)).Open();
        }
        else
            Lines = Begins(file, GzipMark) ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
    }

    /// <summary>The lines of the export.</summary>
    internal Stream Lines { get; }

    /// <summary>Whether a page for people lies beside the ledger, which no hash covers.</summary>
    internal bool HasPage => _zip?.GetEntry(CaseFileZip.Page) is not null;

    /// <summary>The attachments beside it; null where there can be none.</summary>
    internal FilesBeside? Beside() =>
        _zip is null
            ? null
            : new FilesBeside([
                .. from entry in _zip.Entries
                where entry.FullName.StartsWith(CaseFileZip.AttachmentFolder, StringComparison.Ordinal)
                select (entry.FullName[CaseFileZip.AttachmentFolder.Length..], HashOf(entry)),
            ]);

    public void Dispose() => _zip?.Dispose();

    private static ZipArchive Archive(Stream file, string name)
    {
        try
        {
            return new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException)
        {
            throw ProvingRefusals.NoLedgerInZip(name, CaseFileZip.Ledger);
        }
    }

    private static string HashOf(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private static bool Begins(Stream file, byte[] mark)
    {
        var begin = new byte[mark.Length];
        var read = file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read == mark.Length && begin.AsSpan().SequenceEqual(mark);
    }
}

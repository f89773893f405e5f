using System.IO.Compression;
using System.Security.Cryptography;
using Workflow.Engine.Messages;
using Workflow.Host.Opening;
using Workflow.Host.Proving.Packing;
using Workflow.Mining.Logs;
using Workflow.Storage.Exports;
using Workflow.Storage.Proofs.Findings;

namespace Workflow.Host.Proving;

/// <summary>An export as somebody brings it: plain, compressed with gzip, or packed as a case file with its attachments.</summary>
internal sealed class BroughtExport : IDisposable
{
    private static readonly byte[] GzipMark = [0x1F, 0x8B];
    private static readonly byte[] ZipMark = "PK\u0003\u0004"u8.ToArray();

    // Ledgers hold a hash in every line and stay below thirty; the rest is for attachments that are mostly blank.
    private const int Ratio = 300;
    private const long FreeBytes = 512L << 20;

    private readonly ZipArchive? _zip;
    private readonly Swelling _swelling;
    private readonly string _name;

    // Reads the whole file once more, so only when it is asked, and when the lines have been read.
    private readonly Func<CancellationToken, Message?>? _wrong;

    /// <param name="file">The file; it can be read from its beginning again.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="OpeningRefusedException">It is a ZIP without a ledger in it, or with two members that unpack into one file.</exception>
    internal BroughtExport(Stream file, string name)
    {
        (_name, _swelling) = (name, Bounded(file, name));
        if (Begins(file, ZipMark))
        {
            _zip = Archive(file, name);
            RequireSingle(_zip, name);
            _wrong = cancellation => ZipShape.Wrong(new PlacedBytes(file), Bounded(file, name), cancellation);
            Lines = Opened(_zip.GetEntry(CaseFileMembers.Ledger) ?? throw ProvingRefusals.NoLedgerInZip(name, CaseFileMembers.Ledger));
        }
        else if (Begins(file, GzipMark))
        {
            _wrong = _ => GzipShape.Wrong(new PlacedBytes(file), Bounded(file, name));
            Lines = _swelling.Over(new GZipStream(file, CompressionMode.Decompress, leaveOpen: true));
        }
        else
            Lines = file;
    }

    /// <summary>Why the file is not exactly one archive, so that another program may unpack something else from it; empty where it is.</summary>
    /// <param name="cancellation">Stops between members.</param>
    internal IEnumerable<LedgerFault> Faults(CancellationToken cancellation) =>
        _wrong?.Invoke(cancellation) is { } wrong ? [new LedgerFault(PackingFindings.Where(_name), 0, wrong)] : [];

    /// <summary>The lines of the export.</summary>
    internal Stream Lines { get; }

    /// <summary>The members that no hash covers, by their names: the page for people, and what no export has.</summary>
    internal IEnumerable<string> NotCovered =>
        from entry in _zip?.Entries.AsEnumerable() ?? []
        where entry.FullName != CaseFileMembers.Ledger && CaseFileMembers.AttachmentIn(entry.FullName) is null
        select entry.FullName;

    /// <summary>The attachments beside it; null where there can be none.</summary>
    /// <param name="cancellation">Stops between two of them.</param>
    internal FilesBeside? Beside(CancellationToken cancellation) =>
        _zip is null
            ? null
            : new FilesBeside([
                .. from entry in _zip.Entries
                let sha256 = CaseFileMembers.AttachmentIn(entry.FullName)
                where sha256 is not null
                select (sha256, HashOf(entry, cancellation)),
            ]);

    public void Dispose() => _zip?.Dispose();

    // Of two members that unpack into one file each program takes another: what is verified must be what everybody reads.
    private static void RequireSingle(ZipArchive zip, string name)
    {
        if (zip.Entries.GroupBy(e => Unpacked(e.FullName), StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twins)
            throw ProvingRefusals.Twins(name, twins.First().FullName, twins.Last().FullName);
    }

    // As the least careful file system has it: neither case, nor the form of a sign, nor the way of writing a path tells two apart.
    private static string Unpacked(string member)
    {
        List<string> path = [];
        foreach (var part in PlainText.Narrow(member).ToUpperInvariant().Split('/', '\\'))
        {
            if (part == ".." && path.Count > 0)
                path.RemoveAt(path.Count - 1);
            else if (part.TrimEnd(' ', '.') is { Length: > 0 } name)
                path.Add(name);
        }

        return string.Join('/', path);
    }

    private static Swelling Bounded(Stream file, string name) =>
        new(() => file.Length, Ratio, FreeBytes, () => ProvingRefusals.Swells(name, Ratio));

    private static ZipArchive Archive(Stream file, string name)
    {
        try
        {
            var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            // The directory is read when it is first asked for.
            _ = zip.Entries;
            return zip;
        }
        catch (InvalidDataException)
        {
            throw ProvingRefusals.NoLedgerInZip(name, CaseFileMembers.Ledger);
        }
    }

    private Stream Opened(ZipArchiveEntry entry) => _swelling.Over(entry.Open());

    private string HashOf(ZipArchiveEntry entry, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var content = Opened(entry);
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

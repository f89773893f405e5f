using System.Security.Cryptography.X509Certificates;
using Workflow.Engine.Messages;
using Workflow.Host.Opening;
using Workflow.Storage.Refusals;
using Workflow.Storage.Seals;

namespace Workflow.Host.Seals;

/// <summary>Reads what an auditor brings: folders and files of receipts, printed heads, certificates of authorities.</summary>
public sealed class OutsideReceipts
{
    // A token is some kilobytes; a folder may hold anything.
    private const int LargestToken = 256 * 1024;

    private readonly List<OutsideReceipt> _all = [];
    private readonly List<(BroughtFile File, OutsideReceipt Receipt)> _tokens = [];
    private readonly List<Message> _notes = [];
    private readonly X509Certificate2Collection? _trusted;

    /// <summary>Reads what lies in files and folders.</summary>
    /// <exception cref="OpeningRefusedException">A path names nothing, or the certificate is none.</exception>
    public OutsideReceipts(IEnumerable<string> paths, IEnumerable<string> heads, string? certificate)
        : this(paths.SelectMany(Files).Select(Named), heads, certificate is null ? null : Named(Existing(certificate))) { }

    /// <summary>Reads files that have other names than their paths. One that cannot be used is noted and never stands in the way of the others.</summary>
    /// <exception cref="OpeningRefusedException">The certificate is none.</exception>
    public OutsideReceipts(IEnumerable<BroughtFile> files, IEnumerable<string> heads, BroughtFile? certificate)
    {
        _trusted = certificate is null ? null : TimestampCheck.Certificates(certificate);
        foreach (var file in files)
            Take(file);
        _all.AddRange(heads.Select(HeadLine.Read));
    }

    public IReadOnlyList<OutsideReceipt> All => _all;

    /// <summary>The tokens among them, with the files they came in.</summary>
    public IReadOnlyList<(BroughtFile File, OutsideReceipt Receipt)> Tokens => _tokens;

    /// <summary>What was brought but not read, and why.</summary>
    public IReadOnlyList<Message> Notes => _notes;

    /// <summary>Checks a token that lies beside the ledger; null without a certificate.</summary>
    public Func<SealToken, OutsideReceipt>? ReadToken =>
        _trusted is null
            ? null
            : token => TimestampCheck.Read(ReceiptMessages.Token(token.Authority), token.Token, _trusted) with { Seal = token.Seal };

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path).Where(IsReceipt).Order(StringComparer.Ordinal) : [Existing(path)];

    private static bool IsReceipt(string file) => Path.GetExtension(file) is ReceiptFile.Extension or ReceiptFolder.TokenExtension;

    private void Take(BroughtFile file)
    {
        try
        {
            Read(file);
        }
        catch (InputRefusedException unreadable)
        {
            _notes.Add(unreadable.Reason);
        }
        catch (OpeningRefusedException unusable)
        {
            _notes.Add(unusable.Refusal.Message);
        }
    }

    private void Read(BroughtFile file)
    {
        if (Path.GetExtension(file.Name) != ReceiptFolder.TokenExtension)
        {
            using var content = File.OpenRead(file.Path);
            _all.Add(ReceiptFile.Read(content, file.Name));
        }
        else if (_trusted is null)
            _notes.Add(ReceiptMessages.NotRead(file.Name));
        else
        {
            var receipt = TimestampCheck.Read(ReceiptMessages.TokenFile(file.Name), Token(file), _trusted);
            _all.Add(receipt);
            _tokens.Add((file, receipt));
        }
    }

    /// <summary>The bytes of a file that holds a token.</summary>
    /// <exception cref="OpeningRefusedException">It is too large to be one.</exception>
    internal static byte[] Token(BroughtFile file) =>
        new FileInfo(file.Path).Length <= LargestToken
            ? File.ReadAllBytes(file.Path)
            : throw BroughtRefusals.TokenTooLarge(file.Name, LargestToken);

    private static BroughtFile Named(string file) => new(file, file);

    private static string Existing(string file) => File.Exists(file) ? file : throw OpeningRefusals.NoFile(FileKind.Path, file);
}

/// <summary>A file that somebody brings.</summary>
/// <param name="Name">As messages name it; its end tells what it is.</param>
/// <param name="Path">Where it lies.</param>
public sealed record BroughtFile(string Name, string Path);

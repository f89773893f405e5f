using System.Security.Cryptography.X509Certificates;
using Workflow.Storage.Exports;
using Workflow.Storage.Seals;

namespace Workflow.Host.Evidence;

/// <summary>Reads what an auditor brings: folders and files of receipts, printed heads, certificates of authorities.</summary>
public sealed class OutsideReceipts
{
    // A token is some kilobytes; a folder may hold anything.
    private const int LargestToken = 256 * 1024;

    private readonly List<OutsideReceipt> _all = [];
    private readonly List<string> _notes = [];
    private readonly X509Certificate2Collection? _trusted;

    /// <exception cref="InputRefusedException">Something brought cannot be read, or does not hold by itself.</exception>
    public OutsideReceipts(IEnumerable<string> paths, IEnumerable<string> heads, string? certificate)
    {
        _trusted = certificate is null ? null : TimestampCheck.Certificates(Existing(certificate));
        foreach (var file in paths.SelectMany(Files)) Read(file);
        _all.AddRange(heads.Select(HeadLine.Read));
    }

    public IReadOnlyList<OutsideReceipt> All => _all;

    /// <summary>What was brought but not read, and why.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Checks a token that lies beside the ledger; null without a certificate.</summary>
    public Func<SealToken, OutsideReceipt>? ReadToken => _trusted is null
        ? null
        : token => TimestampCheck.Read($"the token of {token.Authority}", token.Token, _trusted) with { Seal = token.Seal };

    private static IEnumerable<string> Files(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path).Where(f => Path.GetExtension(f) is ReceiptFile.Extension or ReceiptFolder.TokenExtension).Order(StringComparer.Ordinal)
        : [Existing(path)];

    private void Read(string file)
    {
        if (Path.GetExtension(file) == ReceiptFolder.TokenExtension)
        {
            if (_trusted is null) _notes.Add($"'{file}' was not read: a token needs --certificate FILE, the certificate of its authority.");
            else _all.Add(TimestampCheck.Read($"the token '{file}'", Token(file), _trusted));
            return;
        }

        using var content = File.OpenRead(file);
        _all.Add(ReceiptFile.Read(content, file));
    }

    private static byte[] Token(string file) => new FileInfo(file).Length <= LargestToken
        ? File.ReadAllBytes(file)
        : throw new InputRefusedException($"Expected a time-stamp token, but '{file}' has more than {LargestToken} bytes.");

    private static string Existing(string file) => File.Exists(file) ? file : throw new InputRefusedException($"Expected a file or a folder, but there is no '{file}'.");
}

using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Refusals;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Exports;

/// <summary>Verifies an export without the database it came from.</summary>
/// <param name="receipts">What lies outside.</param>
/// <param name="readToken">Checks a token that the export carries against the certificates at hand; null when there are none.</param>
public sealed class VerifyExport(IReadOnlyCollection<OutsideReceipt> receipts, Func<SealToken, OutsideReceipt>? readToken)
{
    private const int ProgressEvery = 1_000;

    private ExportWalk _walk = null!;

    /// <summary>When the export says it was made.</summary>
    public DateTimeOffset MadeAt => _walk.Head.At;

    /// <summary>The one case that it holds; null for a whole ledger.</summary>
    public string? OnlyCase => _walk.Head.Case;

    /// <summary>Reads and checks an export from its first line to its last. Used once.</summary>
    /// <param name="file">The content.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="beside">Attachments that lie beside it; null where none can.</param>
    /// <param name="progress">Told how many entries were checked; null for nobody.</param>
    /// <param name="cancellation">Stops between lines.</param>
    /// <exception cref="InputRefusedException">It cannot be read as an export; what could be read before is not reported.</exception>
    public VerifyReport Run(
        Stream file,
        string name,
        FilesBeside? beside = null,
        IProgress<long>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var reader = new ExportReader(file, name);
        foreach (var line in reader.All())
        {
            cancellation.ThrowIfCancellationRequested();
            if (line is HeadOfExport head)
                _walk = Begin(head, reader);
            else if (!_walk.Take(line, reader.Number))
                throw ExportRefusals.Misplaced(name, reader.Number);
            if (line is EntryLine && _walk.Entries % ProgressEvery == 0)
                progress?.Report(_walk.Entries);
        }

        return _walk.End(beside);
    }

    private ExportWalk Begin(HeadOfExport head, ExportReader reader) =>
        head.Version == HeadOfExport.CurrentVersion
            ? new ExportWalk(head, receipts, readToken)
            : throw ExportRefusals.OtherVersion(reader.Name, reader.Number, HeadOfExport.CurrentVersion, head.Version);
}

using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Exports;

/// <summary>Verifies an export without the database it came from.</summary>
/// <param name="receipts">What lies outside.</param>
/// <param name="readToken">Checks a token that the export carries against the certificates at hand; null when there are none.</param>
public sealed class VerifyExport(IReadOnlyCollection<OutsideReceipt> receipts, Func<SealToken, OutsideReceipt>? readToken)
{
    private const int ProgressEvery = 1_000;

    private LedgerCheck _check = null!;
    private HeadOfExport _head = null!;
    private ExportedSeals _seals = null!;
    private ExportedFiles _files = null!;

    /// <summary>When the export says it was made.</summary>
    public DateTimeOffset MadeAt => _head.At;

    /// <summary>The one case that it holds; null for a whole ledger.</summary>
    public string? OnlyCase => _head.Case;

    /// <summary>Reads and checks an export from its first line to its last. Used once.</summary>
    /// <param name="file">The content.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="progress">Told how many entries were checked; null for nobody.</param>
    /// <param name="cancellation">Stops between lines.</param>
    /// <exception cref="InputRefusedException">It cannot be read as an export; what could be read before is not reported.</exception>
    public VerifyReport Run(Stream file, string name, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        var reader = new ExportReader(file, name);
        foreach (var line in reader.All())
        {
            cancellation.ThrowIfCancellationRequested();
            if (line is not (HeadOfExport or SealLine or LeafLine or PathLine or AbsentLine)) _seals.End();
            if (line is not (HeadOfExport or ChunkLine)) _files.EndOne();
            Take(line, reader);
            if (line is EntryLine && _check.Entries % ProgressEvery == 0) progress?.Report(_check.Entries);
        }

        _files.End(_head.Attachments == true);
        return _check.Report();
    }

    private void Take(ExportLine line, ExportReader reader)
    {
        switch (line)
        {
            case HeadOfExport head:
                Begin(head, reader);
                break;
            case DefinitionLine d:
                _check.Text(NamedTexts.Definition, d.Digest, d.Json, reader.Number);
                break;
            case CalendarLine c:
                _check.Text(NamedTexts.Calendar, c.Digest, c.Canonical, reader.Number);
                break;
            case SealLine or LeafLine or PathLine or AbsentLine when _seals.Take(line, reader.Number):
                break;
            case TokenLine token:
                Token(token, reader.Number);
                break;
            case EndLine:
                break;
            default:
                Content(line, reader);
                break;
        }
    }

    private void Content(ExportLine line, ExportReader reader)
    {
        switch (line)
        {
            case EntryLine e when _head.Case is null || _head.Case == e.Case:
                _check.Entry(SealLeaf.Case, new StoredEntry(e.Case, e.Number, e.Hash, e.Body) { Line = reader.Number });
                break;
            case AccessLine a when _head.Case is null:
                _check.Entry(SealLeaf.Access, new StoredEntry(a.Log, a.Number, a.Hash, a.Body) { Line = reader.Number });
                break;
            case FileLine or ChunkLine when _files.Take(line, reader.Number):
                break;
            default:
                throw reader.Refused("a line that belongs here, but found one that does not");
        }
    }

    private void Begin(HeadOfExport head, ExportReader reader)
    {
        if (head.Version is < HeadOfExport.FirstVersion or > HeadOfExport.CurrentVersion)
            throw reader.Refused($"an export of version {HeadOfExport.FirstVersion} or {HeadOfExport.CurrentVersion}, but found version {head.Version}");
        _head = head;
        _check = new LedgerCheck(head.Case, head.At, receipts);
        _check.Begin();
        (_seals, _files) = (new ExportedSeals(head, _check), new ExportedFiles(_check));
    }

    private void Token(TokenLine token, long line)
    {
        if (readToken is null) return;
        try
        {
            _check.Receipt(readToken(new SealToken(token.Seal, token.Authority, token.ReceivedAt, token.Token)));
        }
        catch (InputRefusedException e)
        {
            _check.Fault(new LedgerFault("seals", token.Seal, e.Message) { Line = line });
        }
    }
}

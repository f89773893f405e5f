using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Content;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Proofs.Walks;
using Workflow.Storage.Refusals;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Exports;

/// <summary>Tells the lines of one export, after its head, to the check of a ledger.</summary>
internal sealed class ExportWalk
{
    private readonly Func<SealToken, OutsideReceipt>? _readToken;
    private readonly LedgerCheck _check;
    private readonly ExportedSeals _seals;
    private readonly ExportedFiles _files;

    /// <param name="head">The head.</param>
    /// <param name="receipts">What lies outside.</param>
    /// <param name="readToken">Checks a token that the export carries; null without certificates.</param>
    internal ExportWalk(HeadOfExport head, IReadOnlyCollection<OutsideReceipt> receipts, Func<SealToken, OutsideReceipt>? readToken)
    {
        (Head, _readToken) = (head, readToken);
        _check = new LedgerCheck(new Extent(head.Case, head.At), receipts);
        (_seals, _files) = (new ExportedSeals(head, _check), new ExportedFiles(_check));
    }

    internal HeadOfExport Head { get; }

    /// <summary>How many entries of cases were checked.</summary>
    internal long Entries => _check.Entries;

    /// <summary>Takes the next line; false when it does not belong where it stands.</summary>
    internal bool Take(ExportLine line, long number)
    {
        if (line is not (SealLine or LeafLine or PathLine or AbsentLine))
            _seals.End();
        if (line is not ChunkLine)
            _files.EndOne();
        return line switch
        {
            DefinitionLine d => Text(LedgerText.Definition(d.Digest), d.Json, number),
            CalendarLine c => Text(LedgerText.Calendar(c.Digest), c.Canonical, number),
            SealLine or LeafLine or PathLine or AbsentLine => _seals.Take(line, number),
            TokenLine token => Token(token, number),
            EntryLine e => Belongs(e) && Entry(SealLeaf.Case, new StoredEntry(e.Case, e.Number, e.Hash, e.Body) { Line = number }),
            AccessLine a => Head.Case is null && Entry(SealLeaf.Access, new StoredEntry(a.Log, a.Number, a.Hash, a.Body) { Line = number }),
            FileLine or ChunkLine => _files.Take(line, number),
            EndLine => true,
            HeadOfExport => false,
            _ => throw new System.Diagnostics.UnreachableException($"Nothing takes {line.GetType().Name}."),
        };
    }

    /// <summary>Returns what was found, once the last line is over.</summary>
    /// <param name="beside">Attachments that lie beside the export; null where none can.</param>
    internal VerifyReport End(FilesBeside? beside)
    {
        if (beside is null)
            _files.End(Head.Attachments == true);
        else
            _files.End(beside);
        return _check.Report();
    }

    private bool Belongs(EntryLine entry) => Head.Case is null || Head.Case == entry.Case;

    private bool Text(LedgerText text, string content, long line)
    {
        _check.Text(text, content, line);
        return true;
    }

    private bool Entry(string kind, StoredEntry entry)
    {
        _check.Entry(kind, entry);
        return true;
    }

    private bool Token(TokenLine token, long line)
    {
        try
        {
            if (_readToken is { } read)
                _check.Receipt(read(new SealToken(token.Seal, token.Authority, token.ReceivedAt, token.Token)));
        }
        catch (InputRefusedException e)
        {
            _check.Fault(LedgerFault.OfSeal(token.Seal, e.Reason, line));
        }

        return true;
    }
}

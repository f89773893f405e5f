using Workflow.Engine.Messages;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Exports;

/// <summary>Takes the seals of an export with the lines that follow each: its heads or, of one case, what the seal says of it.</summary>
/// <param name="head">The export's first line.</param>
/// <param name="check">Is told each seal once its lines are over.</param>
internal sealed class ExportedSeals(HeadOfExport head, LedgerCheck check)
{
    private readonly List<SealLeaf> _leaves = [];
    private (SealLine Seal, long Line)? _open;
    private bool _told;

    /// <summary>Takes a line; false when it does not belong where it stands.</summary>
    internal bool Take(ExportLine line, long number)
    {
        if (line is SealLine begun)
            return Begin(begun, number);
        if (_open is not var (seal, _))
            return false;
        return head.Case is { } one ? OfCase(line, seal, one, number) : line is LeafLine leaf && OfWhole(leaf);
    }

    private bool Begin(SealLine seal, long number)
    {
        End();
        (_open, _told) = ((seal, number), head.Case is null);
        return true;
    }

    private bool OfWhole(LeafLine leaf)
    {
        _leaves.Add(leaf.Head);
        return true;
    }

    private bool OfCase(ExportLine line, SealLine seal, string one, long number)
    {
        if (line is PathLine path)
        {
            Answer(seal, Leads(path, seal, one), SealFindings.NoPath(one, seal.Number), number);
            if (_told)
                _leaves.Add(path.Head);
        }
        else if (line is AbsentLine absent)
            Answer(seal, Proves(absent, seal, one), SealFindings.NoAbsence(one, seal.Number), number);

        return line is PathLine or AbsentLine;
    }

    /// <summary>To be called when a line of another kind comes.</summary>
    internal void End()
    {
        if (_open is not var (seal, line))
            return;
        check.Seal(Stored(seal), [.. _leaves], _told, line);
        if (!_told)
            Fault(seal, SealFindings.NoAnswer(head.Case!, seal.Number), line);
        _leaves.Clear();
        _open = null;
    }

    // A seal says one thing of the case: where it names it, or that it does not.
    private void Answer(SealLine seal, bool isProven, Message otherwise, long line)
    {
        if (_told)
            Fault(seal, SealFindings.TwoAnswers(seal.Number), line);
        else if (!isProven)
            Fault(seal, otherwise, line);
        _told |= isProven;
    }

    private void Fault(SealLine seal, Message finding, long line) => check.Fault(LedgerFault.OfSeal(seal.Number, finding, line));

    private static bool Leads(PathLine path, SealLine line, string number) =>
        path.Head.ComparedTo(SealLeaf.Case, number) == 0
        && Stored(line).Readable() is { } seal
        && new HeadPath(path.Head, path.Place, path.Path).LeadsTo(seal);

    private static bool Proves(AbsentLine absent, SealLine line, string number) =>
        Stored(line).Readable() is { } seal && new AbsencePath(absent.Before, absent.After).Proves(number, seal);

    private static StoredSeal Stored(SealLine line) => new(line.Number, line.Hash, line.Body);
}

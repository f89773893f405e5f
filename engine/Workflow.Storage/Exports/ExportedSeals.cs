using System.Text.Json;
using Workflow.Storage.Proofs;
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
        switch (line, _open)
        {
            case (SealLine seal, _):
                End();
                (_open, _told) = ((seal, number), head.Case is null);
                return true;
            case (LeafLine leaf, not null) when head.Case is null:
                _leaves.Add(leaf.Head);
                return true;
            case (PathLine path, var (seal, _)) when head.Case is { } one:
                Tell(Leads(path, seal, one), seal, $"a path from the head of {one} to the root of seal {seal.Number}, but this one does not lead there", number);
                if (_told) _leaves.Add(path.Head);
                return true;
            case (AbsentLine absent, var (seal, _)) when head.Case is { } one:
                Tell(Proves(absent, seal, one), seal, $"a proof that seal {seal.Number} does not name {one}, but this one does not prove it", number);
                return true;
            default:
                return false;
        }
    }

    /// <summary>To be called when a line of another kind comes.</summary>
    internal void End()
    {
        if (_open is not var (seal, line)) return;
        check.Seal(new StoredSeal(seal.Number, seal.Hash, seal.Body), [.. _leaves], _told, line);
        // Before, an export did not say what a seal is silent about: that is told where a receipt needs it.
        if (!_told && head.Version > HeadOfExport.FirstVersion) Fault(seal, $"a path from the head of {head.Case} to the root of seal {seal.Number}, or a proof that it does not name the case, but the export has neither", line);
        _leaves.Clear();
        _open = null;
    }

    private void Tell(bool proven, SealLine seal, string expected, long line)
    {
        if (!proven || _told) Fault(seal, _told ? $"one answer from seal {seal.Number}, but found a second" : expected, line);
        _told |= proven;
    }

    private void Fault(SealLine seal, string expected, long line) => check.Fault(new LedgerFault("seals", seal.Number, $"Expected {expected}.") { Line = line });

    private static bool Leads(PathLine path, SealLine seal, string number) =>
        path.Head.ComparedTo(SealLeaf.Case, number) == 0 && Read(seal) is { } read && new HeadPath(path.Head, path.Place, path.Path).LeadsTo(read);

    private static bool Proves(AbsentLine absent, SealLine seal, string number) =>
        Read(seal) is { } read && new AbsencePath(absent.Before, absent.After).Proves(number, read);

    private static Seal? Read(SealLine line)
    {
        try
        {
            return SealJson.Read<Seal>(line.Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

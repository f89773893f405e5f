using System.Text.Json;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Proofs;

/// <summary>
/// Repeats every draw of a ledger that is told entry by entry, case by case. Of a case without lots nothing is read; what of
/// the case at hand a draw may need is kept as text until one comes.
/// </summary>
internal sealed class DrawCheck
{
    private static readonly string[] Marks = ["\"case.lodged\"", "\"case.adopted\"", "\"case.migrated\"", "\"form.corrected\"", "\"lots.sealed\"", "\"lots.revealed\"", "\"lots.drawn\"", "\"lots.redrawn\""];

    private readonly List<StoredEntry> _kept = [];
    private readonly List<SealedLots> _waiting = [];
    private string? _case;
    private DrawWalk? _walk;

    /// <summary>How many draws were repeated.</summary>
    internal long Draws { get; private set; }

    /// <summary>What was sealed and not drawn, of all cases told so far.</summary>
    internal IEnumerable<SealedLots> Waiting => _waiting.Concat(OfCase());

    /// <summary>Tells of the next entry and returns what comes out otherwise than it says.</summary>
    internal IEnumerable<LedgerFault> Add(StoredEntry entry)
    {
        if (_case != entry.CaseNo) Begin(entry.CaseNo);
        if (!Array.Exists(Marks, m => entry.Body.Contains(m, StringComparison.Ordinal)) && _walk is null) return [];
        _kept.Add(entry);
        if (_walk is null && !entry.Body.Contains("\"lots.", StringComparison.Ordinal)) return [];
        _walk ??= new DrawWalk();
        List<StoredEntry> read = [.. _kept];
        _kept.Clear();
        return [.. read.SelectMany(Walk)];
    }

    private void Begin(string number)
    {
        _waiting.AddRange(OfCase());
        (_case, _walk) = (number, null);
        _kept.Clear();
    }

    private IEnumerable<SealedLots> OfCase() => _walk?.Waiting.Select(w => new SealedLots(_case!, w.Entry, w.Commitment)) ?? [];

    private List<LedgerFault> Walk(StoredEntry entry)
    {
        try
        {
            var before = _walk!.Draws.Count;
            var events = LedgerJson.ReadEntry(entry.Body).Events;
            List<LedgerFault> faults = [.. events.SelectMany(e => _walk.Add(entry.EntryNo, e)).Select(words => new LedgerFault(entry.CaseNo, entry.EntryNo, words) { Line = entry.Line })];
            Draws += _walk.Draws.Count - before;
            return faults;
        }
        // Whoever tampers with an entry can make it mean anything; its chain tells of it, or its text was never one of ours.
        catch (Exception e) when (e is JsonException or ArgumentException or NullReferenceException or InvalidOperationException)
        {
            return [new LedgerFault(entry.CaseNo, entry.EntryNo, $"Expected draws that can be repeated, but the entry cannot be read: {e.Message}") { Line = entry.Line }];
        }
    }
}

/// <summary>Lots that are sealed and not drawn.</summary>
/// <param name="Case">The case.</param>
/// <param name="Entry">The entry that sealed them.</param>
/// <param name="Commitment">The commitment to their seed, lower-case hex.</param>
internal sealed record SealedLots(string Case, long Entry, string Commitment);

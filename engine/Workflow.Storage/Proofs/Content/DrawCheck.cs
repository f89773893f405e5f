using System.Text.Json;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Findings;

namespace Workflow.Storage.Proofs.Content;

/// <summary>
/// Repeats every draw of a ledger that is told entry by entry, case by case. Of a case without lots nothing is read; what of
/// the case at hand a draw may need is kept as text until one comes.
/// </summary>
/// <param name="definitions">The definition of a digest, which names the steps; null where it is not at hand.</param>
internal sealed class DrawCheck(Func<string, PublishedProcess?> definitions)
{
    private static readonly string[] Marks =
    [
        "\"case.lodged\"",
        "\"case.adopted\"",
        "\"case.migrated\"",
        "\"form.corrected\"",
        "\"lots.sealed\"",
        "\"lots.revealed\"",
        "\"lots.drawn\"",
        "\"lots.redrawn\"",
    ];

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
        if (_case != entry.CaseNo)
            Begin(entry.CaseNo);
        if (_walk is null && !MayMatter(entry))
            return [];
        _kept.Add(entry);
        if (_walk is null && !HasLots(entry))
            return [];
        _walk ??= new DrawWalk(definitions);
        List<StoredEntry> read = [.. _kept];
        _kept.Clear();
        return [.. read.SelectMany(Walk)];
    }

    private static bool MayMatter(StoredEntry entry) => Array.Exists(Marks, m => entry.Body.Contains(m, StringComparison.Ordinal));

    private static bool HasLots(StoredEntry entry) => entry.Body.Contains("\"lots.", StringComparison.Ordinal);

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
            return Repeated(entry);
        }
        // Whoever tampers with an entry can make it mean anything; its chain tells of it, or its text was never one of ours.
        catch (Exception e) when (e is JsonException or ArgumentException or NullReferenceException or InvalidOperationException)
        {
            return [LedgerFault.OfCase(entry, ChainFindings.DrawsUnreadable(e.Message))];
        }
    }

    private List<LedgerFault> Repeated(StoredEntry entry)
    {
        var before = _walk!.Draws.Count;
        List<LedgerFault> faults = [];
        foreach (var happened in LedgerJson.ReadEntry(entry.Body).Events)
            faults.AddRange(_walk.Add(entry.EntryNo, happened).Select(f => LedgerFault.OfCase(entry, f)));
        Draws += _walk.Draws.Count - before;
        return faults;
    }
}

/// <summary>Lots that are sealed and not drawn.</summary>
/// <param name="Case">The case.</param>
/// <param name="Entry">The entry that sealed them.</param>
/// <param name="Commitment">The commitment to their seed, lower-case hex.</param>
internal sealed record SealedLots(string Case, long Entry, string Commitment);

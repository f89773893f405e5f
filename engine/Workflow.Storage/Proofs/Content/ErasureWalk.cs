using System.Collections.Immutable;
using Workflow.Storage.Access;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Proofs.Walks;
using Workflow.Storage.Vaults;

namespace Workflow.Storage.Proofs.Content;

/// <summary>An erasure that an access log records.</summary>
/// <param name="Log">The access log.</param>
/// <param name="Number">The entry's number in it.</param>
/// <param name="Case">The case.</param>
/// <param name="At">The moment.</param>
/// <param name="Who">Who did it; null for somebody nobody knows.</param>
/// <param name="Order">The document that orders it; null where the record names none.</param>
/// <param name="KeptUntil">The last day on which the file had to be kept; null where that is for ever, or the case was not closed.</param>
public sealed record RecordedErasure(
    string Log,
    long Number,
    string Case,
    DateTimeOffset At,
    string? Who,
    string? Order,
    DateOnly? KeptUntil
);

/// <summary>Holds recorded erasures against the cases: only a closed case is erased, and only by a document.</summary>
internal sealed class ErasureWalk
{
    private readonly Dictionary<string, List<(DateTimeOffset At, ClosedFile File)>> _files = new(StringComparer.Ordinal);
    private readonly List<(StoredEntry Entry, AccessRecord Record)> _records = [];

    /// <summary>The erasures, as they are recorded.</summary>
    internal ImmutableArray<RecordedErasure> All =>
        [
            .. from r in _records
            select new RecordedErasure(
                r.Entry.CaseNo,
                r.Entry.EntryNo,
                r.Record.Case!,
                r.Record.At,
                r.Record.Who,
                ErasureOrders.Order(r.Record),
                FileAt(r.Record)?.KeptUntil
            ),
        ];

    /// <summary>The cases of which an erasure by a document is recorded.</summary>
    internal IReadOnlySet<string> Cases =>
        _records.Where(r => ErasureOrders.Order(r.Record) is not null).Select(r => r.Record.Case!).ToHashSet(StringComparer.Ordinal);

    /// <summary>Tells of an entry of a case.</summary>
    internal void OfCase(ChainWalk walk, StoredEntry entry)
    {
        if (walk.Marks is not { RecordedAt: { } at, Closing: { } closing })
            return;
        if (!_files.TryGetValue(entry.CaseNo, out var file))
            _files[entry.CaseNo] = file = [];
        file.Add((at, closing));
    }

    /// <summary>Tells of an entry of an access log.</summary>
    internal void OfLog(StoredEntry entry)
    {
        if (ErasureOrders.Of(entry.Body) is { } record)
            _records.Add((entry, record));
    }

    /// <summary>Returns, after the whole ledger, what is wrong with the records.</summary>
    /// <param name="covered">The last entry of an access log that a seal covers; zero for none.</param>
    internal IEnumerable<LedgerFault> Wrong(Func<string, long> covered)
    {
        foreach (var (entry, record) in _records)
        {
            var where = LedgerPlaces.AccessLog(entry.CaseNo);
            if (ErasureOrders.Order(record) is null)
                yield return new LedgerFault(where, entry.EntryNo, ContentFindings.ErasedWithoutOrder(record.Case!)) { Line = entry.Line };
            if (
                FileAt(record) is { IsClosed: true, KeptUntil: { } until }
                && IsUntold(record, until)
                && entry.EntryNo > covered(entry.CaseNo)
            )
                yield return new LedgerFault(where, entry.EntryNo, ContentFindings.ErasedEarly(record.Case!, until)) { Line = entry.Line };
            if (FileAt(record) is not { IsClosed: true })
                yield return new LedgerFault(where, entry.EntryNo, ContentFindings.ErasedWhileOpen(record.Case!)) { Line = entry.Line };
        }
    }

    // A record that a seal covers was there when it was made, and older programs did not say it.
    private static bool IsUntold(AccessRecord erasure, DateOnly until) => Erasure.IsKept(until, erasure.At) && erasure.KeptUntil != until;

    // How the file stood when the act was recorded.
    private ClosedFile? FileAt(AccessRecord erasure) =>
        _files.GetValueOrDefault(erasure.Case!, []).LastOrDefault(f => f.At <= erasure.At).File;
}

using System.Globalization;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Findings;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>Walks one chain entry by entry, in the order in which they are stored: that of a case, or of an access log.</summary>
/// <param name="name">Which.</param>
internal sealed class ChainWalk(ChainName name)
{
    private string _previous = LedgerJson.Genesis;
    private DateTimeOffset? _at;

    internal ChainName Name => name;

    /// <summary>The number of the entry last walked; zero before the first.</summary>
    internal long Last { get; private set; }

    /// <summary>What the entry last walked says of itself; nothing where its hash does not hold.</summary>
    internal EntryMarks Marks { get; private set; } = EntryMarks.None;

    /// <summary>Returns what is wrong with the next entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="hash">The hash over its stored text.</param>
    internal IEnumerable<LedgerFault> Add(StoredEntry entry, string hash)
    {
        Marks = EntryMarks.None;
        if (entry.EntryNo != Last + 1)
            yield return Fault(entry, Last + 1, ChainFindings.OtherNumber(Last + 1, entry.EntryNo));
        if (Wrong(entry, hash) is { } finding)
            yield return Fault(entry, entry.EntryNo, finding);
        (Last, _previous) = (entry.EntryNo, entry.Hash);
    }

    /// <summary>Returns what is wrong with the head that counts the chain; null for none.</summary>
    internal LedgerFault? Against((long Entries, string Hash)? head) =>
        head == (Last, _previous)
            ? null
            : new LedgerFault(
                name.Where,
                Last,
                head is var (entries, hash)
                    ? ChainFindings.OtherHead(Last, _previous, entries, hash)
                    : ChainFindings.NoHead(Last, _previous)
            );

    private LedgerFault Fault(StoredEntry entry, long number, Message finding) => new(name.Where, number, finding) { Line = entry.Line };

    private Message? Wrong(StoredEntry entry, string hash)
    {
        if (hash != entry.Hash)
            return ChainFindings.OtherHash(entry.Hash, hash);
        if (EntryMarks.Read(entry.Body) is not { } marks)
            return ChainFindings.NotAnEntry();
        Marks = marks;
        var before = _at;
        _at = marks.RecordedAt ?? _at;
        if (marks.Previous != _previous)
            return ChainFindings.OtherPrevious(marks.Previous ?? "", _previous);
        if (before is { } last && marks.RecordedAt is { } at && GoesBack(last, at))
            return ChainFindings.Backwards(last, at);
        var of = name.IsCase ? marks.Case : marks.Log;
        return of == name.Name && marks.Number == entry.EntryNo
            ? null
            : ChainFindings.OtherEntry(Named(name.Name, entry.EntryNo), Named(of ?? "", marks.Number));
    }

    // A case never goes back; a log is written by the machine's clock, which may be set right by a little.
    private bool GoesBack(DateTimeOffset last, DateTimeOffset at) => name.IsCase ? at < last : SealedSince.IsBefore(at, last);

    private Message Named(string of, long? number)
    {
        var shown = number?.ToString(CultureInfo.InvariantCulture) ?? "";
        return name.IsCase ? ChainFindings.EntryOfCase(of, shown) : ChainFindings.EntryOfLog(of, shown);
    }
}

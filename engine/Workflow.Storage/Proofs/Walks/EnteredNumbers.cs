using System.Collections.Immutable;
using System.Text.Json;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Findings;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>
/// Numbers of papers that people entered, since no series gave them: no two cases of a process have papers that stand under one
/// number. What was entered by mistake and declared void binds nobody. A code that names a company is the company's, and stands on the
/// papers of all its cases.
/// </summary>
/// <param name="definition">A definition by its digest; null for one that is not at hand.</param>
internal sealed class EnteredNumbers(Func<string, PublishedProcess?> definition)
{
    private readonly Dictionary<string, HashSet<string>> _entered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _processes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Case, EnteredNumber Number), Bearer> _standing = [];
    private long _told;

    /// <summary>Tells of an entry whose text is what was written.</summary>
    internal void Add(ChainWalk walk, StoredEntry entry)
    {
        if (walk.Marks.Process is { } process)
            _processes[entry.CaseNo] = process;
        foreach (var mark in walk.Marks.Entered.Where(m => IsEntered(walk.Marks.Definition, m.Number.Document)))
            Add(mark, entry);
    }

    /// <summary>Returns, after the whole ledger, the numbers that a second case bears.</summary>
    internal IEnumerable<LedgerFault> Twice() =>
        from standing in _standing.OrderBy(s => s.Value.Place)
        group (standing.Key.Number, standing.Value.Entry) by (
            Process: _processes.GetValueOrDefault(standing.Key.Case, ""),
            Number: standing.Key.Number.Narrow()
        ) into alike
        let first = alike.First().Entry
        from later in alike.Skip(1)
        where later.Entry.CaseNo != first.CaseNo
        select LedgerFault.OfCase(later.Entry, NumberFindings.EnteredTwice(later.Number.Number, first.CaseNo, first.EntryNo));

    private bool IsEntered(string? digest, string document)
    {
        if (digest is null)
            return false;
        if (!_entered.TryGetValue(digest, out var documents))
            _entered[digest] = documents = [.. Entered(digest)];
        return documents.Contains(document);
    }

    private IEnumerable<string> Entered(string digest) =>
        from document in definition(digest)?.Definition.Documents ?? []
        where document.Number.Kind == NumberKind.Entered
        select document.Id;

    private void Add(EnteredMark mark, StoredEntry entry)
    {
        if (mark.IsVoid)
            _standing.Remove((entry.CaseNo, mark.Number));
        else
            _standing.TryAdd((entry.CaseNo, mark.Number), new Bearer(_told++, entry with { Body = "" }));
    }

    private sealed record Bearer(long Place, StoredEntry Entry);
}

/// <summary>What an entry says of a number that somebody entered.</summary>
/// <param name="Number">The number.</param>
/// <param name="IsVoid">Whether the paper that bears it is declared void; otherwise it is issued.</param>
internal sealed record EnteredMark(EnteredNumber Number, bool IsVoid)
{
    private const string Issued = "document.issued";
    private const string Voided = "document.voided";

    /// <summary>Returns what the events of an entry say, in their order, read without trusting them.</summary>
    internal static ImmutableArray<EnteredMark> In(IEnumerable<JsonElement> events) =>
        [
            .. from e in events
            let isVoid = EntryMarks.Text(e, "is") == Voided
            where isVoid || (EntryMarks.Text(e, "is") == Issued && EntryMarks.Text(e, "series") is null)
            let document = EntryMarks.Text(e, "document")
            let number = EntryMarks.Text(e, "number")
            where document is not null && !string.IsNullOrWhiteSpace(number)
            select new EnteredMark(new EnteredNumber(document, number), isVoid),
        ];
}

/// <summary>A number that somebody entered.</summary>
/// <param name="Document">The type of paper.</param>
/// <param name="Number">The number, as it was entered.</param>
internal sealed record EnteredNumber(string Document, string Number)
{
    /// <summary>The same as it is compared: full-width digits are digits, and blanks at the ends are none.</summary>
    internal EnteredNumber Narrow() => this with { Number = PlainText.Narrow(Number) };
}

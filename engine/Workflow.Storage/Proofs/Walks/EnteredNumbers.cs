using System.Collections.Immutable;
using System.Text.Json;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Findings;

namespace Workflow.Storage.Proofs.Walks;

/// <summary>
/// Numbers of papers that people entered, since no series gave them: no two cases of a process bear one number. A code that names a
/// company is the company's, and stands on the papers of all its cases.
/// </summary>
/// <param name="definition">A definition by its digest; null for one that is not at hand.</param>
internal sealed class EnteredNumbers(Func<string, PublishedProcess?> definition)
{
    private readonly Dictionary<string, HashSet<string>> _entered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _processes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Process, EnteredNumber Number), StoredEntry> _first = [];
    private readonly List<LedgerFault> _twice = [];

    /// <summary>Tells of an entry whose text is what was written.</summary>
    internal void Add(ChainWalk walk, StoredEntry entry)
    {
        if (walk.Marks.Process is { } process)
            _processes[entry.CaseNo] = process;
        foreach (var number in walk.Marks.Entered.Where(n => IsEntered(walk.Marks.Definition, n.Document)))
            Add((_processes.GetValueOrDefault(entry.CaseNo, ""), number.Narrow()), number, entry);
    }

    /// <summary>Returns, after the whole ledger, the numbers that a second case bears.</summary>
    internal IEnumerable<LedgerFault> Twice() => _twice;

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

    private void Add((string, EnteredNumber) key, EnteredNumber number, StoredEntry entry)
    {
        if (!_first.TryGetValue(key, out var first))
            _first[key] = entry with { Body = "" };
        else if (first.CaseNo != entry.CaseNo)
            _twice.Add(LedgerFault.OfCase(entry, NumberFindings.EnteredTwice(number.Number, first.CaseNo, first.EntryNo)));
    }
}

/// <summary>A number that somebody entered.</summary>
/// <param name="Document">The type of paper.</param>
/// <param name="Number">The number, as it was entered.</param>
internal sealed record EnteredNumber(string Document, string Number)
{
    private const string Issued = "document.issued";

    /// <summary>Returns those that the events of an entry hold, read without trusting them.</summary>
    internal static ImmutableArray<EnteredNumber> In(IEnumerable<JsonElement> events) =>
        [
            .. from e in events
            where EntryMarks.Text(e, "is") == Issued && EntryMarks.Text(e, "series") is null
            let document = EntryMarks.Text(e, "document")
            let number = EntryMarks.Text(e, "number")
            where document is not null && !string.IsNullOrWhiteSpace(number)
            select new EnteredNumber(document, number),
        ];

    /// <summary>The same as it is compared: full-width digits are digits, and blanks at the ends are none.</summary>
    internal EnteredNumber Narrow() => this with { Number = PlainText.Narrow(Number) };
}

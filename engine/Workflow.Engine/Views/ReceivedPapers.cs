using System.Collections.Immutable;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Views;

/// <summary>
/// Which papers have come to a party: those served or published, those that no step serves, and one that came with a task for the
/// party. One that is for another party never does. A decision that lies in the office binds nobody yet, may still be voided, and is nobody's news before its service.
/// </summary>
/// <param name="entries">The entries as they are.</param>
/// <param name="definitions">What the case was bound to.</param>
internal sealed class ReceivedPapers(ImmutableArray<LedgerEntry> entries, CaseDefinitions definitions)
{
    private readonly ILookup<(string, string?), DocumentServed> _served = entries
        .SelectMany(e => e.Events)
        .OfType<DocumentServed>()
        .ToLookup(d => (d.Document, d.Number));

    /// <summary>Whether a paper issued in an entry has come to the party whose own events are known.</summary>
    internal bool Has(DocumentIssued issued, LedgerEntry entry, OwnEvents own) =>
        own.Is(entry) || (own.IsFor(issued.To) && HasCome(issued, entry, own));

    private bool HasCome(DocumentIssued issued, LedgerEntry entry, OwnEvents own) =>
        _served[(issued.Document, issued.Number)].Any(own.IsFor)
        || entry.Events.OfType<StepOpened>().Any(s => s.Entitled.Any(own.IsTheirs))
        || !Serving.Awaits(definitions.Bound(entry.Definition), issued);
}

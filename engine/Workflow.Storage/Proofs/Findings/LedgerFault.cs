using Workflow.Engine.Messages;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Proofs.Findings;

/// <summary>A place at which the ledger is not what was written.</summary>
/// <param name="Where">The case, or the access log; or seals, definitions, calendars, attachments.</param>
/// <param name="Entry">The entry's number, or the seal's; zero where it is neither.</param>
/// <param name="Finding">What was expected, and what was found.</param>
public sealed record LedgerFault(Message Where, long Entry, Message Finding)
{
    /// <summary>The line of the export, from 1; null in a database.</summary>
    public long? Line { get; init; }

    /// <summary>A fault of an entry of a case.</summary>
    internal static LedgerFault OfCase(StoredEntry entry, Message finding) =>
        new(LedgerPlaces.Case(entry.CaseNo), entry.EntryNo, finding) { Line = entry.Line };

    /// <summary>A fault of a seal.</summary>
    internal static LedgerFault OfSeal(long number, Message finding, long? line = null) =>
        new(LedgerPlaces.Seals(), number, finding) { Line = line };
}

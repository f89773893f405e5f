using Workflow.Engine.Record.Entries;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Proofs;

/// <summary>The definitions and calendars that are at hand, and whether they are those that entries name.</summary>
internal sealed class NamedTexts
{
    internal const string Definition = "definition";
    internal const string Calendar = "calendar";

    private readonly HashSet<(string Kind, string Digest)> _known = [];

    /// <summary>Tells of a text, before the entries. Returns what is wrong with it; null when it has its digest.</summary>
    internal LedgerFault? Add(string kind, string digest, string text, long? line)
    {
        _known.Add((kind, digest));
        return LedgerJson.Hash(text) is var found && found != digest
            ? new LedgerFault(kind, 0, $"Expected the {kind} {digest}, but the text has the digest {found}.") { Line = line }
            : null;
    }

    /// <summary>Returns what the entry last walked names and is not at hand; each text once.</summary>
    internal IEnumerable<LedgerFault> Missing(ChainWalk chain, StoredEntry entry) =>
        from named in new[] { (Kind: Definition, Digest: chain.Definition), (Kind: Calendar, Digest: chain.Calendar) }
        where named.Digest is not null && _known.Add((named.Kind, named.Digest))
        select new LedgerFault(chain.Shown, entry.EntryNo, $"Expected the {named.Kind} {named.Digest}, by which the entry was decided, but it is not there.") { Line = entry.Line };
}

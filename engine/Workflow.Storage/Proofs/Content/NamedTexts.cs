using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Proofs.Walks;

namespace Workflow.Storage.Proofs.Content;

/// <summary>A definition or a calendar, by its digest.</summary>
/// <param name="IsDefinition">Whether it is a definition.</param>
/// <param name="Digest">The digest.</param>
internal sealed record LedgerText(bool IsDefinition, string Digest)
{
    internal static LedgerText Definition(string digest) => new(true, digest);

    internal static LedgerText Calendar(string digest) => new(false, digest);

    internal Message Thing => IsDefinition ? StoredThing.Definition(Digest) : StoredThing.Calendar(Digest);

    internal Message Where => IsDefinition ? LedgerPlaces.Definitions() : LedgerPlaces.Calendars();
}

/// <summary>The definitions and calendars that are at hand, and whether they are those that entries name.</summary>
internal sealed class NamedTexts
{
    private readonly HashSet<LedgerText> _known = [];
    private readonly Dictionary<string, string> _definitions = new(StringComparer.Ordinal);

    /// <summary>Tells of a text, before the entries. Returns what is wrong with it; null when it has its digest.</summary>
    internal LedgerFault? Add(LedgerText text, string content, long? line)
    {
        _known.Add(text);
        if (LedgerJson.Hash(content) is var found && found != text.Digest)
            return new LedgerFault(text.Where, 0, ContentFindings.OtherText(text.Thing, found)) { Line = line };
        if (text.IsDefinition)
            _definitions[text.Digest] = content;
        return null;
    }

    /// <summary>Returns a definition that is at hand as it was published; null for any other.</summary>
    internal PublishedProcess? Definition(string digest) =>
        _definitions.TryGetValue(digest, out var content) ? PublishedProcess.Of(content) : null;

    /// <summary>Returns what the entry last walked names and is not at hand; each text once.</summary>
    internal IEnumerable<LedgerFault> Missing(ChainWalk walk, StoredEntry entry) =>
        Named(walk.Marks).Where(_known.Add).Select(text => LedgerFault.OfCase(entry, ContentFindings.TextGone(text.Thing)));

    private static IEnumerable<LedgerText> Named(EntryMarks marks)
    {
        if (marks.Definition is { } definition)
            yield return LedgerText.Definition(definition);
        if (marks.Calendar is { } calendar)
            yield return LedgerText.Calendar(calendar);
    }
}

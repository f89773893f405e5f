using System.Text.Json;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Proofs;

/// <summary>Walks one chain entry by entry, in the order in which they are stored: that of a case, or of an access log.</summary>
/// <param name="name">The case's number, or the log's name.</param>
/// <param name="key">The property by which an entry's text names its chain: <c>case</c> or <c>log</c>.</param>
/// <param name="shown">What messages call the chain.</param>
internal sealed class ChainWalk(string name, string key, string shown)
{
    // A ledger entry nests deeper than the parser's own bound; this is the bound under which it was written.
    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 256 };

    private string _previous = LedgerJson.Genesis;

    /// <summary>The number of the entry last walked; zero before the first.</summary>
    internal long Last { get; private set; }

    internal string Shown => shown;

    /// <summary>The recorded moment of the entry last walked; null where it names none.</summary>
    internal DateTimeOffset? LastAt { get; private set; }

    /// <summary>The digest of the definition that the entry last walked names; null where it names none, as in an access log.</summary>
    internal string? Definition { get; private set; }

    /// <summary>The digest of the calendar that it names; null where it names none.</summary>
    internal string? Calendar { get; private set; }

    /// <summary>Returns what is wrong with the next entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="hash">The hash over its stored text.</param>
    internal IEnumerable<LedgerFault> Add(StoredEntry entry, string hash)
    {
        if (entry.EntryNo != Last + 1) yield return Fault(entry, Last + 1, $"Expected entry {Last + 1}, but found {entry.EntryNo}.");
        if (Wrong(entry, hash) is { } words) yield return Fault(entry, entry.EntryNo, words);
        (Last, _previous) = (entry.EntryNo, entry.Hash);
    }

    /// <summary>Returns what is wrong with the head that counts the chain.</summary>
    internal LedgerFault? Against((long Entries, string Hash)? head) => head == (Last, _previous)
        ? null
        : new LedgerFault(shown, Last, $"Expected the head to name entry {Last} with hash {_previous}, but it names {Words(head)}.");

    private LedgerFault Fault(StoredEntry entry, long number, string words) => new(shown, number, words) { Line = entry.Line };

    private string? Wrong(StoredEntry entry, string hash)
    {
        (LastAt, Definition, Calendar) = (null, null, null);
        if (hash != entry.Hash) return $"Expected the hash {entry.Hash} over the stored text, but it is {hash}.";
        try
        {
            using var body = JsonDocument.Parse(entry.Body, Depth);
            return Wrong(entry, body.RootElement);
        }
        catch (JsonException e)
        {
            return $"Expected a stored entry, but: {e.Message}";
        }
    }

    private string? Wrong(StoredEntry entry, JsonElement body)
    {
        (LastAt, Definition, Calendar) = (RecordedAt(body), Text(body, "definition"), Inner(body, "stamp") is { } stamp && Inner(stamp, "facts") is { } facts ? Text(facts, "calendar") : null);
        var (of, place, named) = (Text(body, key), Number(body), Text(body, "previous"));
        if (named != _previous) return $"Expected the entry before to have the hash {named}, but it has {_previous}.";
        return of == name && place == entry.EntryNo ? null : $"Expected entry {entry.EntryNo} of {key} {name}, but the text is entry {place} of {key} {of}.";
    }

    private static string? Text(JsonElement body, string property) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(property, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    private static long? Number(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("number", out var found) && found.ValueKind == JsonValueKind.Number && found.TryGetInt64(out var number) ? number : null;

    private static DateTimeOffset? RecordedAt(JsonElement body) => Moment(body, "stamp", "recordedAt") ?? Moment(body, "record", "at");

    private static DateTimeOffset? Moment(JsonElement body, string within, string property) =>
        Inner(body, within) is { } inner && inner.TryGetProperty(property, out var found) && found.ValueKind == JsonValueKind.String && found.TryGetDateTimeOffset(out var at) ? at : null;

    private static JsonElement? Inner(JsonElement body, string property) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(property, out var found) && found.ValueKind == JsonValueKind.Object ? found : null;

    private static string Words((long Entries, string Hash)? head) => head is { } h ? $"entry {h.Entries} with hash {h.Hash}" : "none";
}

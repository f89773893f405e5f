using System.Text.Json;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Walks;

namespace Workflow.Storage.Proofs.Content;

/// <summary>An attachment that an entry names.</summary>
internal sealed record NamedFile(string Sha256, string Case, long Entry, long? Line);

/// <summary>The attachments that entries name.</summary>
internal sealed class NamedFiles
{
    private const string Attached = "file.attached";
    private const string Mark = $"\"{Attached}\"";

    private readonly List<NamedFile> _named = [];

    /// <summary>How many there are; one that two entries name counts twice.</summary>
    internal int Count => _named.Count;

    /// <summary>Tells of an entry whose text is what was written.</summary>
    internal void Add(StoredEntry entry)
    {
        if (!entry.Body.Contains(Mark, StringComparison.Ordinal))
            return;
        using var body = JsonDocument.Parse(entry.Body, EntryMarks.Bounds);
        if (!body.RootElement.TryGetProperty("events", out var events) || events.ValueKind != JsonValueKind.Array)
            return;
        foreach (var sha256 in events.EnumerateArray().Select(Hash).OfType<string>())
            _named.Add(new NamedFile(sha256, entry.CaseNo, entry.EntryNo, entry.Line));
    }

    /// <summary>Returns where an attachment is named; empty where no entry names it.</summary>
    internal IEnumerable<NamedFile> Of(string sha256) => _named.Where(file => file.Sha256 == sha256);

    /// <summary>Returns those that are not among the ones at hand, of cases of which no erasure is recorded.</summary>
    internal IEnumerable<NamedFile> Missing(IReadOnlySet<string> atHand, IReadOnlySet<string> erased) =>
        _named.Where(file => !atHand.Contains(file.Sha256) && !erased.Contains(file.Case));

    private static string? Hash(JsonElement happened) => Text(happened, "is") == Attached ? Text(happened, "sha256") : null;

    private static string? Text(JsonElement body, string property) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(property, out var found) && found.ValueKind == JsonValueKind.String
            ? found.GetString()
            : null;
}

using System.Text.Json;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Proofs;

/// <summary>The attachments that entries name.</summary>
internal sealed class NamedFiles
{
    private const string Mark = "\"file.attached\"";
    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 256 };

    private readonly List<(string Sha256, string Case, long Entry, long? Line)> _named = [];

    /// <summary>How many there are; one that two entries name counts twice.</summary>
    internal int Count => _named.Count;

    /// <summary>Tells of an entry whose text is what was written.</summary>
    internal void Add(StoredEntry entry)
    {
        if (!entry.Body.Contains(Mark, StringComparison.Ordinal)) return;
        using var body = JsonDocument.Parse(entry.Body, Depth);
        if (!body.RootElement.TryGetProperty("events", out var events) || events.ValueKind != JsonValueKind.Array) return;
        foreach (var sha256 in events.EnumerateArray().Select(Attached).OfType<string>()) _named.Add((sha256, entry.CaseNo, entry.EntryNo, entry.Line));
    }

    /// <summary>Returns those that are not among the ones at hand, of cases of which no erasure is recorded.</summary>
    internal IEnumerable<LedgerFault> Missing(IReadOnlySet<string> atHand, IReadOnlySet<string> erased, string words) =>
        from file in _named
        where !atHand.Contains(file.Sha256) && !erased.Contains(file.Case)
        select new LedgerFault(file.Case, file.Entry, $"Expected the attachment {file.Sha256}, which the entry names, but {words}.") { Line = file.Line };

    private static string? Attached(JsonElement happened) =>
        happened.ValueKind == JsonValueKind.Object && happened.TryGetProperty("is", out var kind) && kind.ValueKind == JsonValueKind.String && kind.ValueEquals("file.attached")
            && happened.TryGetProperty("sha256", out var hash) && hash.ValueKind == JsonValueKind.String ? hash.GetString() : null;
}

using System.Text.Json;
using Workflow.Engine.Evidence;

namespace Workflow.Storage.Proofs;

/// <summary>Checks the chain of one case.</summary>
internal static class ChainCheck
{
    internal static IEnumerable<LedgerFault> Faults(string number, IReadOnlyList<StoredEntry> chain, (long Entries, string Hash)? head)
    {
        var (next, previous) = (1L, LedgerJson.Genesis);
        foreach (var entry in chain)
        {
            if (entry.EntryNo != next) yield return new LedgerFault(number, next, $"Expected entry {next}, but found {entry.EntryNo}.");
            if (Wrong(entry, previous) is { } words) yield return new LedgerFault(number, entry.EntryNo, words);
            (next, previous) = (entry.EntryNo + 1, entry.Hash);
        }

        if (head != (next - 1, previous))
            yield return new LedgerFault(number, next - 1, $"Expected the head to name entry {next - 1} with hash {previous}, but it names {Words(head)}.");
    }

    private static string? Wrong(StoredEntry entry, string previous)
    {
        var hash = LedgerJson.Hash(entry.Body);
        if (hash != entry.Hash) return $"Expected the hash {entry.Hash} over the stored text, but it is {hash}.";
        try
        {
            using var body = JsonDocument.Parse(entry.Body);
            return Wrong(entry, previous, body.RootElement);
        }
        catch (JsonException e)
        {
            return $"Expected a stored entry, but: {e.Message}";
        }
    }

    private static string? Wrong(StoredEntry entry, string previous, JsonElement body)
    {
        var named = body.GetProperty("previous").GetString();
        if (named != previous) return $"Expected the entry before to have the hash {named}, but it has {previous}.";
        var (number, place) = (body.GetProperty("case").GetString(), body.GetProperty("number").GetInt64());
        return number == entry.CaseNo && place == entry.EntryNo ? null : $"Expected entry {entry.EntryNo} of case {entry.CaseNo}, but the text is entry {place} of case {number}.";
    }

    private static string Words((long Entries, string Hash)? head) => head is { } h ? $"entry {h.Entries} with hash {h.Hash}" : "none";
}

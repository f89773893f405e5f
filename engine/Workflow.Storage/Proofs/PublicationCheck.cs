using System.Data.Common;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Access;
using Workflow.Storage.Databases;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs;

/// <summary>Compares what the rows of published definitions say beside their texts: process and days with the text, the moment with the access log where it records the publication.</summary>
internal static class PublicationCheck
{
    // As the host records it: the act, the process, the digest.
    private const string Act = "publish ";

    /// <summary>Returns the rows that say something else. A text without its digest is told elsewhere.</summary>
    internal static IEnumerable<LedgerFault> Wrong(DbConnection connection)
    {
        var recorded = Recorded(connection);
        return connection.Read(Columns, r => new Row(r.GetString(0), r.GetString(1), r.GetString(2), r.TextOrNull(3), r.GetString(4), r.GetString(5))).Where(r => LedgerJson.Hash(r.Json) == r.Digest).SelectMany(row => Wrong(row, recorded));
    }

    private static IEnumerable<LedgerFault> Wrong(Row row, Dictionary<string, string> recorded)
    {
        var definition = PublishedProcess.Of(row.Json).Definition;
        (string Column, string? Expected, string? Found, string By)[] all =
        [
            ("process", definition.Id, row.Process, "its text"),
            ("in_force_from", definition.InForce.From.Text(), row.InForceFrom, "its text"),
            ("in_force_to", definition.InForce.To.Text(), row.InForceTo, "its text"),
            ("published_at", recorded.GetValueOrDefault(row.Digest, row.PublishedAt), row.PublishedAt, "the access log"),
        ];
        return all.Where(c => c.Expected != c.Found)
            .Select(c => new LedgerFault(NamedTexts.Definition, 0, $"Expected the definition {row.Digest} with {c.Column} {c.Expected ?? "empty"}, as {c.By} has it, but the row has {c.Found ?? "nothing"}."));
    }

    private static Dictionary<string, string> Recorded(DbConnection connection)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (hash, body) in connection.Pairs(Acts).Where(r => LedgerJson.Hash(r.Second) == r.First))
            if (Stored.Read("an access record", () => SealJson.Read<AccessEntry>(body)).Record is { Kind: AccessKinds.Administered } record && record.What.StartsWith(Act, StringComparison.Ordinal))
                found.TryAdd(record.What[(record.What.LastIndexOf(' ') + 1)..], record.At.Text());
        return found;
    }

    private const string Acts = $"select hash, body from access_entries where body like '%\"what\":\"{Act}%' order by recorded_at";

    private const string Columns = "select digest, process, in_force_from, in_force_to, published_at, json from definitions order by digest";

    private sealed record Row(string Digest, string Process, string InForceFrom, string? InForceTo, string PublishedAt, string Json);
}

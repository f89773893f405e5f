using System.Data;
using System.Data.Common;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Access;
using Workflow.Storage.Databases;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Seals;

namespace Workflow.Storage.Proofs.Content;

/// <summary>Compares what the rows of published definitions say beside their texts: process and days with the text, the moment with the access log where it records the publication.</summary>
internal static class PublicationCheck
{
    /// <summary>Returns the rows that say something else. A text without its digest is told elsewhere.</summary>
    internal static IEnumerable<LedgerFault> Wrong(DbConnection connection)
    {
        var recorded = Recorded(connection);
        return connection
            .Read(Columns, PublicationRow.Of)
            .Where(r => LedgerJson.Hash(r.Json) == r.Digest)
            .SelectMany(row => Wrong(row, recorded.GetValueOrDefault(row.Digest, row.PublishedAt)));
    }

    private static IEnumerable<LedgerFault> Wrong(PublicationRow row, string publishedAt)
    {
        var (definition, byText) = (PublishedProcess.Of(row.Json).Definition, ContentFindings.ByItsText());
        Column[] all =
        [
            new("process", definition.Id, row.Process, byText),
            new("in_force_from", definition.InForce.From.Text(), row.InForceFrom, byText),
            new("in_force_to", definition.InForce.To.Text(), row.InForceTo, byText),
            new("published_at", publishedAt, row.PublishedAt, ContentFindings.ByTheAccessLog()),
        ];
        return all.Where(c => c.Expected != c.Found).Select(c => new LedgerFault(LedgerPlaces.Definitions(), 0, c.Finding(row.Digest)));
    }

    private static Dictionary<string, string> Recorded(DbConnection connection)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var record in connection.Pairs(Acts).Where(r => LedgerJson.Hash(r.Second) == r.First).Select(r => Read(r.Second)))
            if (record.Act is PublicationAct publication)
                found.TryAdd(publication.Digest, record.At.Text());

        return found;
    }

    private static AccessRecord Read(string body) => Stored.Read(StoredThing.AccessRecord(), () => SealJson.Read<AccessEntry>(body)).Record;

    private const string Acts =
        $"select hash, body from access_entries where body like '%\"what\":\"{PublicationAct.Begins}%' order by recorded_at";

    private const string Columns =
        "select digest, process, in_force_from, in_force_to, published_at, json from definitions order by digest";

    /// <summary>A column, what stands elsewhere, and by what.</summary>
    private sealed record Column(string Name, string? Expected, string? Found, Message By)
    {
        internal Message Finding(string digest) =>
            ContentFindings.OtherColumn(
                digest,
                new Message($"verify.column_{Name}"),
                Expected ?? (MessageValue)ContentFindings.Empty(),
                By,
                Found ?? (MessageValue)ContentFindings.Nothing()
            );
    }

    private sealed record PublicationRow(
        string Digest,
        string Process,
        string InForceFrom,
        string? InForceTo,
        string PublishedAt,
        string Json
    )
    {
        internal static PublicationRow Of(IDataReader row) =>
            new(row.GetString(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.GetString(4), row.GetString(5));
    }
}

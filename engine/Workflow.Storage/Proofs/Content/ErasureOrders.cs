using System.Data.Common;
using System.Text.Json;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Entries;
using Workflow.Storage.Access;
using Workflow.Storage.Databases;
using Workflow.Storage.Seals;
using Workflow.Storage.Vaults;

namespace Workflow.Storage.Proofs.Content;

/// <summary>The cases of which an erasure by a named document is recorded: by the records as they were hashed, never by the columns beside them.</summary>
/// <param name="database">The database.</param>
public sealed class ErasureOrders(Database database)
{
    private const string Mark = $"\"what\":\"{Erasure.Act}\"";

    /// <summary>Whether an erasure of a case is recorded.</summary>
    public bool Has(string caseNumber)
    {
        using var connection = database.Connect();
        return In(connection).Contains(caseNumber);
    }

    /// <summary>Returns the cases.</summary>
    internal static HashSet<string> In(DbConnection connection) =>
        [
            .. connection
                .Pairs("select hash, body from access_entries where body like @mark", new { mark = $"%{Mark}%" })
                .Where(r => LedgerJson.Hash(r.Second) == r.First)
                .Select(r => Of(r.Second))
                .OfType<AccessRecord>()
                .Where(r => Order(r) is not null)
                .Select(r => r.Case)
                .OfType<string>(),
        ];

    /// <summary>Returns the document that orders an erasure; null where the record names none, and then it explains nothing that is gone.</summary>
    internal static string? Order(AccessRecord erasure) => PlainText.IsBlank(erasure.Document) ? null : erasure.Document;

    /// <summary>Returns the record of an erasure that an access record's stored text holds; null when it holds none.</summary>
    internal static AccessRecord? Of(string body)
    {
        if (!body.Contains(Mark, StringComparison.Ordinal))
            return null;
        try
        {
            var record = SealJson.Read<AccessEntry>(body).Record;
            return record is { Kind: AccessKinds.Administered, What: Erasure.Act, Case: not null } ? record : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

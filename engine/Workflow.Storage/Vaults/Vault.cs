using Dapper;
using Workflow.Engine.Evidence;
using Workflow.Engine.Expressions;
using Workflow.Storage.Databases;
using Workflow.Storage.Running;

namespace Workflow.Storage.Vaults;

/// <summary>The personal values of cases. The ledger knows only their salted hashes, so that <see cref="Erasure"/> leaves its chain whole.</summary>
/// <param name="database">The database.</param>
public sealed class Vault(Database database)
{
    private const string Insert = "insert into vault (case_no, hash, salt, value) values (@p0, @p1, @p2, @p3) on conflict (case_no, hash) do nothing";

    /// <summary>Returns a sealed value, or null when it was erased. The caller logs the reveal before the answer leaves.</summary>
    public FieldValue? Reveal(string caseNumber, SealedValue value)
    {
        using var connection = database.Connect();
        var text = connection.QuerySingleOrDefault<string>("select value from vault where case_no = @caseNumber and hash = @hash", new { caseNumber, hash = value.Sha256 });
        return text is null ? null : LedgerJson.ReadValue(text);
    }

    internal static void Put(string caseNumber, SealedRow row, WriteSession session) =>
        session.Prepared(Insert, 4).Run(caseNumber, row.Hash, row.Salt, row.Value);
}

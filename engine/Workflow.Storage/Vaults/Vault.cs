using Dapper;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Vaults;

/// <summary>The personal values of cases, and the seeds of draws before they are drawn. The ledger knows only their salted hashes, so that <see cref="Erasure"/> leaves its chain whole.</summary>
/// <param name="database">The database.</param>
public sealed class Vault(Database database)
{
    private const string Insert =
        "insert into vault (case_no, hash, salt, value) values (@p0, @p1, @p2, @p3) on conflict (case_no, hash) do nothing";

    private const string AllOf = "select hash as Hash, value as Value from vault where case_no = @caseNumber";

    private const string SeedOf =
        "select hash as Hash, salt as Salt, value as Value from vault where case_no = @Case and hash = @Commitment";

    /// <summary>Opens every personal value of a case that was not erased; seeds of draws stay closed. The caller logs it before the answer leaves.</summary>
    public OpenedValues Open(string caseNumber)
    {
        using var connection = database.Connect();
        return new OpenedValues(
            connection
                .Query<(string Hash, string Value)>(AllOf, new { caseNumber })
                .Where(row => !IsSeed(row.Value))
                .Select(row => KeyValuePair.Create(row.Hash, LedgerJson.ReadValue(row.Value)))
        );
    }

    /// <summary>Returns a text with its salt and the hash over both.</summary>
    internal static VaultRow Seal(string text, Func<byte[]> chance)
    {
        var salt = Convert.ToHexStringLower(chance());
        return new VaultRow(LedgerJson.Hash(salt + text), salt, text);
    }

    /// <summary>Returns the seed that opens a commitment, or null when it is gone.</summary>
    internal static VaultRow? Seed(SealedSeed seed, WriteSession session) =>
        session.Connection.QuerySingleOrDefault<VaultRow>(SeedOf, seed);

    // A value is a JSON object; a seed is bare hex, so that anybody can hash it.
    private static bool IsSeed(string text) => !text.StartsWith('{');

    internal static void Put(string caseNumber, VaultRow row, WriteSession session) =>
        session.Prepared(Insert, 4).Run(caseNumber, row.Hash, row.Salt, row.Value);
}

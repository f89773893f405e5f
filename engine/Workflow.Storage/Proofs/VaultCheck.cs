using System.Collections.Immutable;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Vaults;

namespace Workflow.Storage.Proofs;

/// <summary>Compares the vault and the attachments with the hashes that the ledger holds of them.</summary>
internal sealed class VaultCheck(DbConnection connection)
{
    private readonly HashSet<string> _erased = ErasureOrders.In(connection);
    private readonly ImmutableArray<LedgerFault>.Builder _missing = ImmutableArray.CreateBuilder<LedgerFault>();

    /// <summary>Sealed values that are gone because somebody ordered it, by case.</summary>
    internal SortedDictionary<string, int> Erased { get; } = new(StringComparer.Ordinal);

    /// <summary>Sealed values that are gone although nobody ordered it.</summary>
    internal IEnumerable<LedgerFault> Missing => _missing;

    /// <summary>Returns values and files whose content is not what their hash says.</summary>
    internal static IEnumerable<LedgerFault> Changed(DbConnection connection) => ChangedValues(connection).Concat(ChangedFiles(connection));

    /// <summary>Returns the lots whose seed is gone before they were drawn, although nobody ordered it: they can be drawn no more.</summary>
    internal static IEnumerable<LedgerFault> SeedsGone(DbConnection connection, IEnumerable<SealedLots> waiting)
    {
        var gone = waiting.Where(w => connection.ExecuteScalar<long>(Held, new { number = w.Case, hash = w.Commitment }) == 0).ToList();
        if (gone.Count == 0) return [];
        var erased = new VaultCheck(connection)._erased;
        return gone.Where(w => !erased.Contains(w.Case)).Select(w => new LedgerFault(w.Case, w.Entry, $"Expected the seed committed to as {w.Commitment} in the vault until its lots are drawn, but it is gone and no erasure is recorded."));
    }

    /// <summary>Looks for the values that an entry names.</summary>
    internal void Look(string number, StoredEntry entry)
    {
        foreach (var hash in SealedTexts.In(entry.Body))
        {
            if (connection.ExecuteScalar<long>(Held, new { number, hash }) > 0) continue;
            if (_erased.Contains(number)) Erased[number] = Erased.GetValueOrDefault(number) + 1;
            else _missing.Add(new LedgerFault(number, entry.EntryNo, $"Expected the value sealed as {hash} in the vault, but it is gone and no erasure is recorded."));
        }
    }

    private static IEnumerable<LedgerFault> ChangedValues(DbConnection connection) =>
        from row in connection.Read("select case_no, hash, salt, value from vault order by case_no, hash", r => (Case: r.GetString(0), Hash: r.GetString(1), Salt: r.GetString(2), Value: r.GetString(3)))
        where Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.Salt + row.Value))) != row.Hash
        select new LedgerFault(row.Case, 0, $"Expected the value sealed as {row.Hash} in the vault, but it holds another.");

    private static IEnumerable<LedgerFault> ChangedFiles(DbConnection connection) =>
        from sha256 in connection.Read("select sha256 from attachments order by sha256", r => r.GetString(0)).ToList()
        let found = Found(connection, sha256)
        where found != sha256
        select new LedgerFault("attachment", 0, $"Expected an attachment with the hash {sha256}, but the content has {found}.");

    private static string Found(DbConnection connection, string sha256)
    {
        try
        {
            return Stored.Read("a content", () => HashOf(connection, sha256));
        }
        catch (UnreadableException)
        {
            return "none, for it cannot be read";
        }
    }

    private static string HashOf(DbConnection connection, string sha256)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var bytes in connection.Query<byte[]>("select bytes from attachment_chunks where sha256 = @sha256 order by place", new { sha256 }, buffered: false)) hash.AppendData(bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private const string Held = "select count(*) from vault where case_no = @number and hash = @hash";
}

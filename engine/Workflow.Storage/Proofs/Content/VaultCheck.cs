using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Workflow.Engine.Messages;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Refusals;
using Workflow.Storage.Vaults;

namespace Workflow.Storage.Proofs.Content;

/// <summary>Compares the vault and the attachments with the hashes that the ledger holds of them.</summary>
internal sealed class VaultCheck(DbConnection connection)
{
    private readonly HashSet<string> _erased = ErasureOrders.In(connection);
    private readonly List<(string Case, long Entry, Message Finding)> _missing = [];

    /// <summary>Sealed values that are gone because somebody ordered it, by case.</summary>
    internal SortedDictionary<string, int> Erased { get; } = new(StringComparer.Ordinal);

    /// <summary>Sealed values that are gone although nobody ordered it.</summary>
    internal IEnumerable<(string Case, long Entry, Message Finding)> Missing => _missing;

    /// <summary>Returns the lots whose seed is gone before they were drawn, although nobody ordered it: they can be drawn no more.</summary>
    internal static IEnumerable<LedgerFault> SeedsGone(DbConnection connection, IEnumerable<SealedLots> waiting)
    {
        var gone = waiting.Where(w => connection.ExecuteScalar<long>(Held, new { number = w.Case, hash = w.Commitment }) == 0).ToList();
        if (gone.Count == 0)
            return [];
        var erased = new VaultCheck(connection)._erased;
        return gone.Where(w => !erased.Contains(w.Case))
            .Select(w => new LedgerFault(LedgerPlaces.Case(w.Case), w.Entry, ContentFindings.SeedGone(w.Commitment)));
    }

    /// <summary>Looks for the values that an entry names.</summary>
    internal void Look(string number, StoredEntry entry)
    {
        foreach (var hash in SealedTexts.In(entry.Body))
        {
            if (connection.ExecuteScalar<long>(Held, new { number, hash }) > 0)
                continue;
            if (_erased.Contains(number))
                Erased[number] = Erased.GetValueOrDefault(number) + 1;
            else
                _missing.Add((number, entry.EntryNo, ContentFindings.ValueGone(hash)));
        }
    }

    /// <summary>Returns the values whose content is not what their hash says.</summary>
    internal static IEnumerable<LedgerFault> ChangedValues(DbConnection connection) =>
        from row in connection.Read(Values, r => (Case: r.GetString(0), Hash: r.GetString(1), Salt: r.GetString(2), Value: r.GetString(3)))
        where Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.Salt + row.Value))) != row.Hash
        select new LedgerFault(LedgerPlaces.Case(row.Case), 0, ContentFindings.OtherValue(row.Hash));

    /// <summary>Returns the attachments whose content is not what their hash says.</summary>
    internal static IEnumerable<WrongFile> ChangedFiles(DbConnection connection) =>
        from sha256 in connection.Read("select sha256 from attachments order by sha256", r => r.GetString(0)).ToList()
        let wrong = Wrong(connection, sha256)
        where wrong is not null
        select new WrongFile(sha256, wrong);

    private static Message? Wrong(DbConnection connection, string sha256)
    {
        try
        {
            var found = Stored.Read(StoredThing.Content(), () => HashOf(connection, sha256));
            return found == sha256 ? null : ContentFindings.OtherFile(sha256, found);
        }
        catch (UnreadableException)
        {
            return ContentFindings.UnreadableFile(sha256);
        }
    }

    private static string HashOf(DbConnection connection, string sha256)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var bytes in connection.Query<byte[]>(ChunksOf, new { sha256 }, buffered: false))
            hash.AppendData(bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private const string Values = "select case_no, hash, salt, value from vault order by case_no, hash";

    private const string ChunksOf = "select bytes from attachment_chunks where sha256 = @sha256 order by place";

    private const string Held = "select count(*) from vault where case_no = @number and hash = @hash";
}

/// <summary>An attachment whose content is not what its hash says.</summary>
/// <param name="Sha256">The hash by which entries name it.</param>
/// <param name="Finding">What is wrong.</param>
internal sealed record WrongFile(string Sha256, Message Finding);

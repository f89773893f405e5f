using System.Collections.Immutable;
using Dapper;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Proofs;

/// <summary>Checks the chain of every case over the stored bytes. It proves nothing about what was written after the last outside seal.</summary>
/// <param name="database">The database.</param>
public sealed class Verify(Database database)
{
    // Often enough for a person to see it move, rarely enough to cost nothing.
    private const int ProgressEvery = 1_000;

    /// <summary>Verifies the ledger in one snapshot, beside live work.</summary>
    /// <param name="progress">Told how many entries were checked; null for nobody.</param>
    /// <param name="cancellation">Stops between cases.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public VerifyReport Run(IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        using var scan = new LedgerScan(database);
        var heads = scan.Connection.Query<(string, long, string)>("select case_no, entry_no, hash from heads").ToDictionary(h => h.Item1, h => (h.Item2, h.Item3), StringComparer.Ordinal);
        var faults = ImmutableArray.CreateBuilder<LedgerFault>();
        var (cases, entries) = (0L, 0L);
        foreach (var (number, chain) in scan.Cases())
        {
            cancellation.ThrowIfCancellationRequested();
            faults.AddRange(ChainCheck.Faults(number, chain, heads.Remove(number, out var head) ? head : null));
            cases++;
            if (entries / ProgressEvery != (entries += chain.Count) / ProgressEvery) progress?.Report(entries);
        }

        faults.AddRange(heads.Select(h => new LedgerFault(h.Key, 1, "Expected the entries that the head counts, but there are none.")));
        progress?.Report(entries);
        return new VerifyReport(cases, entries, faults.ToImmutable());
    }
}

/// <summary>What verification found.</summary>
/// <param name="Cases">Cases checked.</param>
/// <param name="Entries">Entries checked.</param>
/// <param name="Faults">Where the ledger is not what was written; empty when the chains hold.</param>
public sealed record VerifyReport(long Cases, long Entries, ImmutableArray<LedgerFault> Faults)
{
    /// <summary>Whether every chain holds. All entries are unsealed: somebody who rewrote a case to its end with all hashes is not found.</summary>
    public bool Holds => Faults.IsEmpty;

    /// <summary>How far outside receipts cover the ledger, in words.</summary>
    public string Sealed => "unsealed";
}

/// <summary>A place at which the ledger is not what was written.</summary>
/// <param name="Case">The case.</param>
/// <param name="Entry">The entry's number.</param>
/// <param name="Words">Expected …, but ….</param>
public sealed record LedgerFault(string Case, long Entry, string Words);

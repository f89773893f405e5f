using System.Collections.Immutable;
using Workflow.Host.Wording;
using Workflow.Storage.Proofs.Content;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Proofs.Readjudicating;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Proofs.Verifying;

namespace Workflow.Host.Proving;

/// <summary>What verification found, in one language; numbers as in <see cref="VerifyReport"/>.</summary>
public sealed record ShownReport(
    long Cases,
    long Entries,
    long Seals,
    long AccessEntries,
    long Draws,
    DateTimeOffset? SealedThrough,
    int Receipts,
    int FilesElsewhere,
    bool IsProven,
    bool Holds
)
{
    /// <summary>A place at which the ledger is not what was written.</summary>
    public sealed record Fault(string Case, long Entry, string Words, long? Line);

    /// <summary>How far receipts from outside reach.</summary>
    public sealed record SealReach(long Seal, DateTimeOffset At, string By, long Entries, long Unsealed, DateTimeOffset? StampedAt);

    /// <summary>Entries of a chain that no receipt covers.</summary>
    public sealed record ChainRun(string Chain, bool IsCase, long From, long To);

    public required ImmutableArray<Fault> Faults { get; init; }

    /// <summary>What failed and is told already, by an alert or by the message itself: no fault of the ledger.</summary>
    public required ImmutableArray<Fault> Failures { get; init; }

    public required SealReach? Proven { get; init; }

    public required ImmutableArray<string> Notes { get; init; }

    public required ImmutableArray<string> Unknown { get; init; }

    /// <summary>That the days of the ledger are simulated; null for real ones.</summary>
    public string? Simulated { get; init; }

    public required ImmutableArray<ChainRun> Unsealed { get; init; }

    public required ImmutableArray<RecordedErasure> Erasures { get; init; }

    public static ShownReport Of(VerifyReport r, Words words) =>
        new(r.Cases, r.Entries, r.Seals, r.AccessEntries, r.Draws, r.SealedThrough, r.Receipts, r.FilesElsewhere, r.IsProven, r.Holds)
        {
            Faults = [.. r.Faults.Select(f => Shown(f, words))],
            Failures = [.. r.Failures.Select(f => Shown(f, words))],
            Proven = r.Proven is { } p ? new SealReach(p.Seal, p.At, words.Tell(p.By), p.Entries, p.Unsealed, p.StampedAt) : null,
            Notes = [.. r.Notes.Select(words.Tell)],
            Unknown = [.. r.Unknown.Select(words.Tell)],
            Erasures = r.Erasures,
            Simulated = r.Simulated is { } simulated ? words.Tell(simulated) : null,
            Unsealed = [.. r.Unsealed.Select(u => new ChainRun(words.Tell(u.Where), u.IsCase, u.From, u.To))],
        };

    private static Fault Shown(LedgerFault f, Words words) => new(words.Tell(f.Where), f.Entry, words.Tell(f.Finding), f.Line);
}

/// <summary>A row that is not what the ledger entails, in one language.</summary>
/// <param name="Table">The table.</param>
/// <param name="Case">The case, or the series.</param>
/// <param name="Words">What was expected, and what was found.</param>
public sealed record ShownRow(string Table, string Case, string Words)
{
    public static ShownRow Of(RowDifference row, Words words) => new(row.Table, row.Case, words.Tell(row.Finding));
}

/// <summary>What deciding again found, in one language.</summary>
public sealed record ShownDecisions(
    long Cases,
    long Decisions,
    ImmutableArray<ShownDecisions.Difference> Differences,
    ImmutableSortedDictionary<string, int> Erased
)
{
    /// <summary>A decision that comes out differently.</summary>
    public sealed record Difference(string Case, long Entry, string Words, int? Event, string? Recorded, string? Decided);

    public static ShownDecisions Of(ReadjudicationReport report, Words words) =>
        new(
            report.Cases,
            report.Decisions,
            [.. report.Differences.Select(d => new Difference(d.Case, d.Entry, words.Tell(d.Finding), d.Event, d.Recorded, d.Decided))],
            report.Erased
        );
}

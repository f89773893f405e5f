using System.Collections.Immutable;
using Workflow.Engine.Messages;

namespace Workflow.Storage.Proofs;

/// <summary>What verification found.</summary>
/// <param name="Cases">Cases checked.</param>
/// <param name="Entries">Entries of cases checked.</param>
/// <param name="Faults">Where the ledger is not what was written, at most 1000; empty when chains, seals and receipts agree.</param>
public sealed record VerifyReport(long Cases, long Entries, ImmutableArray<LedgerFault> Faults)
{
    /// <summary>Seals checked.</summary>
    public long Seals { get; init; }

    /// <summary>Entries of access logs checked.</summary>
    public long AccessEntries { get; init; }

    /// <summary>Draws of lots that were repeated from their seeds.</summary>
    public long Draws { get; init; }

    /// <summary>The moment of the last seal in the ledger itself; null without any.</summary>
    public DateTimeOffset? SealedThrough { get; init; }

    /// <summary>How many receipts from outside were given.</summary>
    public int Receipts { get; init; }

    /// <summary>How far receipts from outside reach; null when none was given that names a seal of the ledger.</summary>
    public Proven? Proven { get; init; }

    /// <summary>What was given but could not be used.</summary>
    public ImmutableArray<Message> Notes { get; init; } = [];

    /// <summary>What cannot be known although something was brought to prove it.</summary>
    public ImmutableArray<Message> Unknown { get; init; } = [];

    /// <summary>What came after <see cref="Proven"/>, of cases first, then of access logs; empty when nothing did, or nothing is proven.</summary>
    public ImmutableArray<UnsealedRun> Unsealed { get; init; } = [];

    /// <summary>How many attachments entries name whose contents are not at hand; zero where they were checked.</summary>
    public int FilesElsewhere { get; init; }

    /// <summary>Erasures that the access logs record.</summary>
    public ImmutableArray<RecordedErasure> Erasures { get; init; } = [];

    /// <summary>That the days of the ledger are simulated; null for real ones.</summary>
    public Message? Simulated { get; init; }

    /// <summary>Whether something from outside proves it up to <see cref="Proven"/>, and nothing that was brought is left without an answer.</summary>
    public bool IsProven => Proven is not null && Unknown.IsEmpty;

    /// <summary>Whether chains, seals and receipts agree. It says nothing about entries after <see cref="Proven"/>: who can write the database could have made them all.</summary>
    public bool Holds => Faults.IsEmpty;
}

/// <summary>How far receipts from outside reach.</summary>
/// <param name="Seal">The last seal that a receipt names; of one case the last before one of which is not known whether it names the case.</param>
/// <param name="At">Its moment.</param>
/// <param name="By">The receipt.</param>
/// <param name="Entries">How many entries of cases it covers.</param>
/// <param name="Unsealed">How many entries came after; nothing is proven about them.</param>
public sealed record Proven(long Seal, DateTimeOffset At, Message By, long Entries, long Unsealed)
{
    /// <summary>When an authority saw the seal; null where the receipt is no time-stamp token.</summary>
    public DateTimeOffset? StampedAt { get; init; }
}

/// <summary>Entries of a chain that no receipt covers.</summary>
/// <param name="Where">The case, or the access log.</param>
/// <param name="IsCase">Whether it is a case.</param>
/// <param name="From">The number of the first.</param>
/// <param name="To">The number of the last.</param>
public sealed record UnsealedRun(Message Where, bool IsCase, long From, long To);

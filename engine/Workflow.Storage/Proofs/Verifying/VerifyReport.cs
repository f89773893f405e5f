using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Storage.Proofs.Content;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Proofs.Walks;

namespace Workflow.Storage.Proofs.Verifying;

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

    /// <summary>What failed and is told already, by an open alert or by the row of a message: it is for people to see to, and no fault.</summary>
    public ImmutableArray<LedgerFault> Failures { get; init; } = [];

    /// <summary>That the days of the ledger are simulated; null for real ones.</summary>
    public Message? Simulated { get; init; }

    /// <summary>Whether something from outside proves it up to <see cref="Proven"/>, and nothing that was brought is left without an answer.</summary>
    public bool IsProven => Proven is not null && Unknown.IsEmpty;

    /// <summary>Whether chains, seals and receipts agree. It says nothing about entries after <see cref="Proven"/>: who can write the database could have made them all.</summary>
    public bool Holds => Faults.IsEmpty;
}

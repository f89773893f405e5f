using System.Collections.Immutable;
using Workflow.Engine.Messages;

namespace Workflow.Storage.Proofs.Readjudicating;

/// <summary>What deciding again found.</summary>
/// <param name="Cases">Cases gone through.</param>
/// <param name="Decisions">Commands decided again.</param>
/// <param name="Differences">Where it comes out differently, by case and entry; empty when nowhere.</param>
public sealed record ReadjudicationReport(long Cases, long Decisions, ImmutableArray<DecisionDifference> Differences)
{
    /// <summary>Of a ledger of which nothing could be decided again.</summary>
    public static ReadjudicationReport Nothing { get; } = new(0, 0, []);

    /// <summary>How many sealed values of a case were erased by a recorded order: not a difference, since decisions were made without them.</summary>
    public ImmutableSortedDictionary<string, int> Erased { get; init; } = ImmutableSortedDictionary<string, int>.Empty;
}

/// <summary>A decision that comes out differently.</summary>
/// <param name="Case">The case.</param>
/// <param name="Entry">The entry's number.</param>
/// <param name="Finding">What was expected, and what came of it.</param>
/// <param name="Event">The first event that differs, counted from 1; null where no events can be compared.</param>
/// <param name="Recorded">That event's JSON as recorded; null where the record has no such event.</param>
/// <param name="Decided">That event's JSON as decided again; null where it does not happen.</param>
public sealed record DecisionDifference(
    string Case,
    long Entry,
    Message Finding,
    int? Event = null,
    string? Recorded = null,
    string? Decided = null
);

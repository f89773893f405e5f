using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Approvals;

/// <summary>The answers of a joint review on its roll, and what they come to under a threshold.</summary>
/// <param name="Joint">The joint review.</param>
/// <param name="Roll">The keys of those who may answer.</param>
/// <param name="Answers">The answers so far, at most one for each key.</param>
/// <param name="Absent">The keys of those who stayed away: they are on the roll, and nobody waits for them.</param>
internal sealed record Ballot(
    JointNode Joint,
    IReadOnlyCollection<string> Roll,
    ImmutableArray<GivenAnswer> Answers,
    ImmutableArray<string> Absent
)
{
    internal VoteRule Vote => Joint.Vote;

    /// <summary>Those on the roll who have not answered.</summary>
    internal IReadOnlyCollection<string> Silent { get; } = [.. Roll.Except(Answers.Select(a => a.Participant)).Except(Absent)];

    /// <summary>Those who voted for a threshold's outcome.</summary>
    internal IEnumerable<string> For(Threshold threshold) => Answers.Where(a => a.Choice == threshold.Outcome).Select(a => a.Participant);

    /// <summary>What votes are worth to a threshold: their number, or their weight where it counts by weight.</summary>
    internal long Strength(Threshold threshold, IEnumerable<string> votes) =>
        threshold.Kind == ThresholdKind.Weight ? votes.Sum(Weight) : votes.Count();

    /// <summary>How many there are to count: the roll, or the answers given or votes cast and some more.</summary>
    internal long Counted(Threshold threshold, int more = 0) =>
        threshold.OfPresent == true ? Answers.Length + more
        : threshold.OfCast ? Answers.Count(a => a.Choice is not null) + more
        : Roll.Count;

    private long Weight(string key) => Joint.ParticipantOf(key)?.Weight ?? 1;
}

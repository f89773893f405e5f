using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Deciding.Approvals;

/// <summary>
/// A tie: two outcomes with equally strong votes, each of which would reach its threshold. It is undecided, whichever stands
/// first. <c>any</c> and <c>all</c> are no contest of numbers: one voice suffices, or none may be missing, and the order written decides.
/// </summary>
public static class Ties
{
    /// <summary>Whether an outcome that has reached its threshold can end in a tie with another.</summary>
    /// <param name="joint">The joint review.</param>
    /// <param name="reached">The threshold that is reached.</param>
    /// <param name="roll">The keys of those who may answer.</param>
    /// <param name="answers">The answers so far.</param>
    /// <param name="silent">Those who may still vote for either; empty to ask whether it is a tie now.</param>
    internal static bool Possible(JointNode joint, Threshold reached, IReadOnlyCollection<string> roll, ImmutableArray<GivenAnswer> answers, IReadOnlyCollection<string> silent) =>
        joint.Vote.Thresholds.Any(other => other.Outcome != reached.Outcome && Compete(reached, other) && Meet(joint, (reached, other), roll, answers, silent));

    /// <summary>Whether two thresholds count votes against one another: both by number and share, or both by weight.</summary>
    /// <param name="one">A threshold.</param>
    /// <param name="other">A threshold of another outcome.</param>
    public static bool Compete(Threshold one, Threshold other) => Counts(one) && Counts(other) && (one.Kind == ThresholdKind.Weight) == (other.Kind == ThresholdKind.Weight);

    private static bool Counts(Threshold threshold) => threshold.Kind is not (ThresholdKind.Any or ThresholdKind.All);

    // Both must come to the same strength with the votes that are left; weights are taken as if they could be split, which waits at worst for the last answer.
    private static bool Meet(JointNode joint, (Threshold One, Threshold Other) pair, IReadOnlyCollection<string> roll, ImmutableArray<GivenAnswer> answers, IReadOnlyCollection<string> silent)
    {
        var (one, other) = (Tally.Strength(joint, pair.One, Tally.For(pair.One, answers)), Tally.Strength(joint, pair.Other, Tally.For(pair.Other, answers)));
        var left = Tally.Strength(joint, pair.One, silent);
        for (var both = Math.Max(one, other); both - one + (both - other) <= left; both++)
            if (Suffices(pair.One, both, roll, answers) && Suffices(pair.Other, both, roll, answers)) return true;
        return false;
    }

    private static bool Suffices(Threshold threshold, long strength, IReadOnlyCollection<string> roll, ImmutableArray<GivenAnswer> answers) =>
        Tally.Suffices(threshold, strength, threshold.OfCast ? answers.Count(a => a.Choice is not null) : roll.Count);
}

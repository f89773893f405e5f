using Workflow.Engine.Processes;

namespace Workflow.Engine.Deciding.Approvals;

/// <summary>
/// A tie: two outcomes with equally strong votes, each of which would reach its threshold. It is undecided, whichever stands
/// first. <c>any</c> and <c>all</c> are no contest of numbers: one voice suffices, or none may be missing, and the order written decides.
/// </summary>
public static class Ties
{
    /// <summary>Whether an outcome that has reached its threshold can end in a tie with another.</summary>
    /// <param name="ballot">The answers so far.</param>
    /// <param name="reached">The threshold that is reached.</param>
    /// <param name="silent">Those who may still vote for either; empty to ask whether it is a tie now.</param>
    internal static bool Possible(Ballot ballot, Threshold reached, IReadOnlyCollection<string> silent) =>
        ballot
            .Vote.Thresholds.Where(other => other.Outcome != reached.Outcome && Compete(reached, other))
            .Any(other => Meet(ballot, reached, other, silent));

    /// <summary>Whether two thresholds count votes against one another: both by number and share, or both by weight.</summary>
    /// <param name="one">A threshold.</param>
    /// <param name="other">A threshold of another outcome.</param>
    public static bool Compete(Threshold one, Threshold other) =>
        Counts(one) && Counts(other) && (one.Kind == ThresholdKind.Weight) == (other.Kind == ThresholdKind.Weight);

    private static bool Counts(Threshold threshold) => threshold.Kind is not (ThresholdKind.Any or ThresholdKind.All);

    // Both must come to the same strength with the votes that are left; weights are taken as if they could be split, which waits at worst for the last answer.
    private static bool Meet(Ballot ballot, Threshold one, Threshold other, IReadOnlyCollection<string> silent)
    {
        var (first, second) = (ballot.Strength(one, ballot.For(one)), ballot.Strength(other, ballot.For(other)));
        var left = ballot.Strength(one, silent);
        for (var both = Math.Max(first, second); both - first + (both - second) <= left; both++)
            if (Suffices(ballot, one, both) && Suffices(ballot, other, both))
                return true;
        return false;
    }

    private static bool Suffices(Ballot ballot, Threshold threshold, long strength) =>
        Tally.Suffices(threshold, strength, ballot.Counted(threshold));
}

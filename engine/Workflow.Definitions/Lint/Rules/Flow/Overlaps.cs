using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Flow;

/// <summary>Pairs of thresholds that the same votes can reach.</summary>
internal static class Overlaps
{
    private const int Members = 12;

    public static IEnumerable<(Threshold First, Threshold Second)> Of(JointNode joint) =>
        from first in joint.Vote.Thresholds
        from second in joint.Vote.Thresholds.SkipWhile(t => t != first).Skip(1)
        where first.Outcome != second.Outcome && Ties.Compete(first, second) && BothReached(joint, first, second)
        select (first, second);

    // However many are cast: the least that the one needs and the least that the other needs.
    private static bool BothReached(JointNode joint, Threshold first, Threshold second)
    {
        // Nobody knows how many people hold a post; this many are enough to tell every threshold from the others.
        var roll = joint.Participants.Any(p => p.All is true) ? Members : joint.Participants.Length;
        if (first.Kind == ThresholdKind.Weight)
            return first.Amount + second.Amount <= joint.Participants.Sum(p => p.All is true ? p.Weight * Members : p.Weight);
        return Enumerable.Range(1, roll).Any(cast => Least(first, cast, roll) + Least(second, cast, roll) <= cast);
    }

    private static int Least(Threshold threshold, int cast, int roll)
    {
        var counted = threshold.IsOfThoseThere ? cast : roll;
        return Enumerable.Range(1, roll).FirstOrDefault(votes => Tally.Suffices(threshold, votes, counted), roll + 1);
    }
}

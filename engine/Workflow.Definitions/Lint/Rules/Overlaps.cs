using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>Pairs of thresholds that the same votes can reach.</summary>
internal static class Overlaps
{
    public static IEnumerable<(Threshold First, Threshold Second)> Of(JointNode joint) =>
        from first in joint.Vote.Thresholds
        from second in joint.Vote.Thresholds.SkipWhile(t => t != first).Skip(1)
        where first.Outcome != second.Outcome && Ties.Compete(first, second) && BothReached(joint, first, second)
        select (first, second);

    // However many are cast: the least that the one needs and the least that the other needs.
    private static bool BothReached(JointNode joint, Threshold first, Threshold second)
    {
        var roll = joint.Participants.Length;
        if (first.Kind == ThresholdKind.Weight)
            return first.Amount + second.Amount <= joint.Participants.Sum(p => p.Weight);
        return Enumerable.Range(1, roll).Any(cast => Least(first, cast, roll) + Least(second, cast, roll) <= cast);
    }

    private static int Least(Threshold threshold, int cast, int roll)
    {
        var counted = threshold.OfCast ? cast : roll;
        return Enumerable.Range(1, roll).FirstOrDefault(votes => Tally.Suffices(threshold, votes, counted), roll + 1);
    }
}

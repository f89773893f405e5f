using System.Collections.Immutable;
using Workflow.Engine.Cases;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Approvals;

/// <summary>Counts the answers of a joint review in exact fractions. Abstention counts on the roll, never as consent; a tie reaches nothing.</summary>
public static class Tally
{
    /// <summary>Returns the outcome once it is certain, or null while it is not.</summary>
    /// <param name="joint">The joint review.</param>
    /// <param name="roll">The keys of those who may answer.</param>
    /// <param name="answers">The answers so far, at most one for each key.</param>
    public static string? Result(JointNode joint, IReadOnlyCollection<string> roll, ImmutableArray<GivenAnswer> answers)
    {
        var vote = joint.Vote;
        var complete = answers.Length >= roll.Count;
        if (vote.Head is not null || (vote.WaitsForAll && !complete)) return null;
        if (Vetoed(vote, answers)) return vote.Otherwise;
        foreach (var threshold in vote.Thresholds)
        {
            if (Reached(joint, threshold, roll, answers, [])) return Certain(threshold, complete) ? threshold.Outcome : null;
            if (!complete && Reached(joint, threshold, roll, answers, roll.Except(answers.Select(a => a.Participant)))) return null;
        }

        return vote.Otherwise;
    }

    /// <summary>The outcomes that a participant may vote for.</summary>
    public static IEnumerable<string> Choices(JointNode joint) =>
        joint.Vote.Head is not null ? joint.Outcomes.Select(o => o.Id)
        : joint.Vote.Thresholds.Select(t => t.Outcome).Concat(joint.Vote.Otherwise is { } o ? [o] : []).Distinct();

    // A fraction of the votes cast can still sink while anybody may vote.
    private static bool Certain(Threshold threshold, bool complete) => complete || !threshold.OfCast;

    // Silence and abstention never exercise a veto; what a rule answers for the silent is silence too.
    private static bool Vetoed(VoteRule vote, ImmutableArray<GivenAnswer> answers) =>
        vote.Thresholds.FirstOrDefault() is { } first && answers.Any(a => vote.Veto.Contains(a.Participant) && a.Choice is not null && a.Choice != first.Outcome && !Stamp.NamesRule(a.By));

    private static bool Reached(JointNode joint, Threshold threshold, IReadOnlyCollection<string> roll, ImmutableArray<GivenAnswer> answers, IEnumerable<string> assumed)
    {
        var yes = answers.Where(a => a.Choice == threshold.Outcome).Select(a => a.Participant).Concat(assumed).ToList();
        long counted = threshold.OfCast ? answers.Count(a => a.Choice is not null) + assumed.Count() : roll.Count;
        return threshold.Kind switch
        {
            ThresholdKind.All => yes.Count == counted && counted > 0,
            ThresholdKind.Any => yes.Count >= 1,
            ThresholdKind.Majority => 2L * yes.Count > counted,
            ThresholdKind.Count => yes.Count >= threshold.Amount,
            ThresholdKind.Percent => 100L * yes.Count >= threshold.Amount * counted && yes.Count > 0,
            _ => yes.Sum(key => (long)(joint.Participants.FirstOrDefault(p => p.Key == key)?.Weight ?? 1)) >= threshold.Amount,
        };
    }
}

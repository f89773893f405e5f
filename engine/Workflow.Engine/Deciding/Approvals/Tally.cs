using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Approvals;

/// <summary>
/// Counts the answers of a joint review in exact fractions. Abstention counts on the roll, never as consent; a tie is undecided;
/// silence neither exercises a veto nor waives it, so nothing but <c>otherwise</c> is certain while a veto holder on the roll has not answered.
/// </summary>
public static class Tally
{
    /// <summary>Returns the outcome once it is certain, or null while it is not.</summary>
    /// <param name="joint">The joint review.</param>
    /// <param name="roll">The keys of those who may answer.</param>
    /// <param name="answers">The answers so far, at most one for each key.</param>
    public static string? Result(JointNode joint, IReadOnlyCollection<string> roll, ImmutableArray<GivenAnswer> answers)
    {
        var vote = joint.Vote;
        var silent = roll.Except(answers.Select(a => a.Participant)).ToList();
        if (vote.Head is not null || (vote.WaitsForAll && silent.Count > 0)) return null;
        if (Vetoed(vote, answers)) return vote.Otherwise;
        var result = Counted(joint, roll, answers, silent);
        return result == vote.Otherwise || !silent.Exists(vote.Veto.Contains) ? result : null;
    }

    private static string? Counted(JointNode joint, IReadOnlyCollection<string> roll, ImmutableArray<GivenAnswer> answers, List<string> silent)
    {
        foreach (var threshold in joint.Vote.Thresholds)
        {
            if (Reached(joint, threshold, roll, answers, []))
            {
                if (silent.Count > 0 && (threshold.OfCast || Ties.Possible(joint, threshold, roll, answers, silent))) return null;
                return Ties.Possible(joint, threshold, roll, answers, []) ? joint.Vote.Otherwise : threshold.Outcome;
            }

            if (silent.Count > 0 && Reached(joint, threshold, roll, answers, silent)) return null;
        }

        return joint.Vote.Otherwise;
    }

    /// <summary>The outcomes that a participant may vote for.</summary>
    public static IEnumerable<string> Choices(JointNode joint) =>
        joint.Vote.Head is not null ? joint.Outcomes.Select(o => o.Id)
        : joint.Vote.Thresholds.Select(t => t.Outcome).Concat(joint.Vote.Otherwise is { } o ? [o] : []).Distinct();

    // Silence and abstention never exercise a veto; what a rule answers for the silent is silence too.
    private static bool Vetoed(VoteRule vote, ImmutableArray<GivenAnswer> answers) =>
        vote.Thresholds.FirstOrDefault() is { } first && answers.Any(a => vote.Veto.Contains(a.Participant) && a.Choice is not null && a.Choice != first.Outcome && !Stamp.NamesRule(a.By));

    // A fraction of the votes cast can still sink while anybody may vote.
    private static bool Reached(JointNode joint, Threshold threshold, IReadOnlyCollection<string> roll, ImmutableArray<GivenAnswer> answers, IReadOnlyCollection<string> assumed)
    {
        var yes = For(threshold, answers).Concat(assumed).ToList();
        return Suffices(threshold, Strength(joint, threshold, yes), threshold.OfCast ? answers.Count(a => a.Choice is not null) + assumed.Count : roll.Count);
    }

    /// <summary>Those who voted for a threshold's outcome.</summary>
    internal static IEnumerable<string> For(Threshold threshold, ImmutableArray<GivenAnswer> answers) =>
        answers.Where(a => a.Choice == threshold.Outcome).Select(a => a.Participant);

    /// <summary>What votes are worth to a threshold: their number, or their weight where it counts by weight.</summary>
    internal static long Strength(JointNode joint, Threshold threshold, IEnumerable<string> votes) => threshold.Kind == ThresholdKind.Weight
        ? votes.Sum(key => (long)(joint.Participants.FirstOrDefault(p => p.Key == key)?.Weight ?? 1))
        : votes.Count();

    /// <summary>Whether votes reach a threshold.</summary>
    /// <param name="threshold">The threshold.</param>
    /// <param name="strength">Their number, or their weight where it counts by weight.</param>
    /// <param name="counted">How many there are to count: the roll, or the votes cast.</param>
    public static bool Suffices(Threshold threshold, long strength, long counted) => threshold.Kind switch
    {
        ThresholdKind.All => strength == counted && counted > 0,
        ThresholdKind.Any => strength >= 1,
        ThresholdKind.Majority => 2 * strength > counted,
        ThresholdKind.Percent => 100 * strength >= threshold.Amount * counted && strength > 0,
        _ => strength >= threshold.Amount,
    };
}

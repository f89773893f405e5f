using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Processes;
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
    public static string? Result(JointNode joint, IReadOnlyCollection<string> roll, ImmutableArray<GivenAnswer> answers) =>
        Result(new Ballot(joint, roll, answers, []));

    /// <summary>Returns the outcome once it is certain, or null while it is not.</summary>
    internal static string? Result(Ballot ballot)
    {
        var vote = ballot.Vote;
        if (vote.Head is not null || (vote.WaitsForAll && ballot.Silent.Count > 0))
            return null;
        if (IsVetoed(ballot))
            return vote.Otherwise;
        var result = Counted(ballot);
        return result == vote.Otherwise || !ballot.Silent.Any(vote.HoldsVeto) ? result : null;
    }

    private static string? Counted(Ballot ballot)
    {
        foreach (var threshold in ballot.Vote.Thresholds)
        {
            if (IsReached(ballot, threshold, []))
                return Certain(ballot, threshold);
            if (ballot.Silent.Count > 0 && IsReached(ballot, threshold, ballot.Silent))
                return null;
        }

        return ballot.Vote.Otherwise;
    }

    // A fraction of the votes cast can still sink while anybody may vote, and a tie can still come about.
    private static string? Certain(Ballot ballot, Threshold threshold)
    {
        if (ballot.Silent.Count > 0 && (threshold.IsOfThoseThere || Ties.Possible(ballot, threshold, ballot.Silent)))
            return null;
        return Ties.Possible(ballot, threshold, []) ? ballot.Vote.Otherwise : threshold.Outcome;
    }

    /// <summary>The outcomes that a participant may vote for.</summary>
    public static IEnumerable<string> Choices(JointNode joint) =>
        joint.Vote.Head is not null
            ? joint.Outcomes.Select(o => o.Id)
            : joint.Vote.Thresholds.Select(t => t.Outcome).Concat(joint.Vote.Otherwise is { } o ? [o] : []).Distinct();

    // Silence and abstention never exercise a veto; what a rule answers for the silent is silence too.
    private static bool IsVetoed(Ballot ballot) =>
        ballot.Vote.Thresholds.FirstOrDefault() is { } first
        && ballot.Answers.Any(a => ballot.Vote.HoldsVeto(a.Participant) && IsAgainst(a, first.Outcome));

    private static bool IsAgainst(GivenAnswer answer, string outcome) =>
        answer.Choice is { } choice && choice != outcome && answer.By is not RuleActor;

    private static bool IsReached(Ballot ballot, Threshold threshold, IReadOnlyCollection<string> assumed)
    {
        var strength = ballot.Strength(threshold, ballot.For(threshold).Concat(assumed));
        return Suffices(threshold, strength, ballot.Counted(threshold, assumed.Count));
    }

    /// <summary>Whether votes reach a threshold.</summary>
    /// <param name="threshold">The threshold.</param>
    /// <param name="strength">Their number, or their weight where it counts by weight.</param>
    /// <param name="counted">How many there are to count: the roll, or the votes cast.</param>
    public static bool Suffices(Threshold threshold, long strength, long counted) =>
        threshold.Kind switch
        {
            ThresholdKind.All => strength == counted && counted > 0,
            ThresholdKind.Any => strength >= 1,
            ThresholdKind.Majority => 2 * strength > counted,
            ThresholdKind.Percent => 100 * strength >= threshold.Amount * counted && strength > 0,
            ThresholdKind.Count or ThresholdKind.Weight => strength >= threshold.Amount,
            _ => throw new UnreachableException($"No answer for {threshold.Kind}."),
        };
}

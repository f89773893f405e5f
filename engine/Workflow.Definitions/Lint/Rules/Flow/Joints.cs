using Workflow.Definitions.Lint.Paths;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Flow;

/// <summary>A joint comes to an end, and each of its outcomes can be its result.</summary>
internal static class Joints
{
    public static readonly LintRule OpenForEver = LintRule.Error("joint.open_for_ever");

    public static readonly LintRule NobodyTold = LintRule.Warning("joint.nobody_told");

    public static readonly LintRule Unreachable = LintRule.Warning("joint.outcome_unreachable");

    public static readonly LintRule Overlap = LintRule.Warning("joint.thresholds_overlap");

    public static readonly LintRule QuorumExpiry = LintRule.Error("joint.quorum_expiry");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var joint in subject.Nodes.OfType<JointNode>())
        {
            Ends(subject, joint, findings);
            if (joint is { Vote.Quorum: not null, Limit.OnExpiry: { } silent } && silent != joint.Vote.Otherwise)
                findings.Add(QuorumExpiry, subject.Places.Limit(joint.Id, "on-expiry"), ("joint", joint.Id), ("outcome", silent));
            Results(subject, joint, findings);
        }
    }

    private static void Results(Subject subject, JointNode joint, Findings findings)
    {
        var at = subject.Places.Node(joint.Id);
        foreach (var (first, second) in Overlaps.Of(joint))
            findings.Add(Overlap, at, ("joint", joint.Id), ("first", first.Outcome), ("second", second.Outcome));
        foreach (var body in joint.Outcomes.Where(o => !Can(joint, o)))
            findings.Add(Unreachable, subject.Places.Outcome(joint.Id, body.Id), ("outcome", body.Id), ("joint", joint.Id));
    }

    private static void Ends(Subject subject, JointNode joint, Findings findings)
    {
        var at = subject.Places.Node(joint.Id);
        if (MayWaitForEver(joint))
            findings.Add(OpenForEver, at, ("joint", joint.Id));
        else if (TellsNobody(subject, joint))
            findings.Add(NobodyTold, joint.Limit is null ? at : subject.Places.Node(joint.Id, "limit"), ("joint", joint.Id));
    }

    private static bool MayWaitForEver(JointNode joint) => joint.Limit is null && !IsAnswered(joint) && NeedsEverybody(joint.Vote);

    private static bool NeedsEverybody(VoteRule vote) =>
        vote.WaitsForAll
        || vote.Quorum is not null
        || vote.Head is not null
        || !vote.Veto.IsEmpty
        || vote.Thresholds.Any(t => t.Kind == ThresholdKind.All);

    private static bool TellsNobody(Subject subject, JointNode joint) =>
        joint.Limit is null or { OnExpiry: null, Escalations.IsEmpty: true } && !IsAnswered(joint) && !IsWatched(subject, joint);

    // Where every participant's silence means something, the last limit ends the review; a head still has to decide.
    private static bool IsAnswered(JointNode joint) =>
        joint.Vote.Head is null && joint.Participants.All(p => p.Limit?.OnExpiry is not null);

    // A clock of the case that runs whenever the joint opens and escalates watches it too.
    private static bool IsWatched(Subject subject, JointNode joint) =>
        subject.Paths.Opened(joint.Id) is { Count: > 0 } states
        && subject.Definition.Clocks.Any(c =>
            !c.Escalations.IsEmpty
            && states.All(s => (c.From.IsEmpty || c.From.Any(s.Moments.ContainsKey)) && !c.Until.Any(s.Moments.ContainsKey))
        );

    private static bool Can(JointNode joint, OutcomeRule body) =>
        Possible.Outcomes(joint).Contains(body) || joint.Outcomes.Any(o => o.Exit is BackExit back && back.Otherwise == body.Id);
}

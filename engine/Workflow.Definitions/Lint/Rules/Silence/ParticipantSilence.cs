using Workflow.Definitions.Lint.Paths;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Silence;

/// <summary>What the silence of one participant of a joint may mean.</summary>
internal static class ParticipantSilence
{
    public static readonly LintRule Permit = LintRule.Error("silence.participant_permit");

    public static readonly LintRule NoLaw = LintRule.Error("silence.participant_basis");

    public static readonly LintRule Outlasts = LintRule.Warning("joint.limit_outlasts");

    public static readonly LintRule Unheard = LintRule.Warning("joint.last_unheard");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (joint, who) in subject.Participants())
        {
            Meaning(subject, findings, joint, who);
            Length(subject, findings, joint, who);
        }

        foreach (var joint in subject.Nodes.OfType<JointNode>().Where(j => j.Vote.SpeaksLast is not null && MayCloseEarly(j.Vote)))
            findings.Add(Unheard, subject.Places.Node(joint.Id, "speaks-last"), ("joint", joint.Id), ("last", joint.Vote.SpeaksLast!));
    }

    private static bool MayCloseEarly(VoteRule vote) =>
        vote is { WaitsForAll: false, Head: null } && vote.Thresholds.All(t => t.Kind != ThresholdKind.All);

    private static void Meaning(Subject subject, Findings findings, JointNode joint, Participant who)
    {
        if (who.Limit!.OnExpiry is not { } answer || answer == Participant.NotCounted)
            return;
        var at = subject.Places.Participant(joint.Id, who.Key, "on-expiry");
        if (joint.Outcomes.SelectMany(o => o.Issues).FirstOrDefault(subject.Papers.IsPermit) is { } permit)
            findings.Add(Permit, at, ("who", who.Key), ("joint", joint.Id), ("document", permit), ("answer", answer));
        if (who.Limit.Basis.IsInternal)
            findings.Add(NoLaw, at, ("who", who.Key), ("answer", answer), ("joint", joint.Id));
    }

    private static void Length(Subject subject, Findings findings, JointNode joint, Participant who)
    {
        if (Span.Longest(who.Limit!.Limits) is not { } own || joint.Limit is not { } whole || Span.Longest(whole.Limits) is not { } all)
            return;
        var at = subject.Places.Participant(joint.Id, who.Key, "for");
        if (Span.Days(own) > Span.Days(all))
            findings.Add(Outlasts, at, ("who", who.Key), ("whole", all), ("joint", joint.Id), ("own", own));
    }
}

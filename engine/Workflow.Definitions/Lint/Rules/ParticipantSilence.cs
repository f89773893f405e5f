using Workflow.Definitions.Lint.Paths;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

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
            One(subject, findings, joint, who, who.Limit!);
        foreach (
            var joint in subject
                .Nodes.OfType<JointNode>()
                .Where(j =>
                    j.Vote is { SpeaksLast: not null, WaitsForAll: false, Head: null }
                    && j.Vote.Thresholds.All(t => t.Kind != ThresholdKind.All)
                )
        )
            findings.Add(Unheard, subject.Places.Node(joint.Id, "speaks-last"), ("joint", joint.Id), ("last", joint.Vote.SpeaksLast!));
    }

    private static void One(Subject subject, Findings findings, JointNode joint, Participant who, ClockRule limit)
    {
        var at = subject.Places.Participant(joint.Id, who.Key, "on-expiry");
        if (limit.OnExpiry is { } answer && answer != Participant.NotCounted)
        {
            if (joint.Outcomes.SelectMany(o => o.Issues).FirstOrDefault(subject.Papers.IsPermit) is { } permit)
                findings.Add(Permit, at, ("who", who.Key), ("joint", joint.Id), ("document", permit), ("answer", answer));
            if (limit.Basis.IsInternal)
                findings.Add(NoLaw, at, ("who", who.Key), ("answer", answer), ("joint", joint.Id));
        }

        if (Longest(limit) is { } own && joint.Limit is { } whole && Longest(whole) is { } all && Span.Days(own) > Span.Days(all))
            findings.Add(
                Outlasts,
                subject.Places.Participant(joint.Id, who.Key, "for"),
                ("who", who.Key),
                ("whole", all),
                ("joint", joint.Id),
                ("own", own)
            );
    }

    private static Period? Longest(ClockRule limit) =>
        limit.Limits.Where(l => l.Kind is LimitKind.For or LimitKind.UpTo).Select(l => l.Period!).MaxBy(Span.Days);
}

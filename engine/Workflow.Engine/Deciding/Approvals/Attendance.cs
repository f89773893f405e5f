using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Approvals;

/// <summary>
/// Who is there at a joint review that has a quorum. Whoever answers is there; the chair records who stayed away, and nobody waits for
/// them any more. They stay on the roll, so that a threshold of the members is none of those who came.
/// </summary>
internal static class Attendance
{
    internal static Operation Operation { get; } =
        Operation.Of<RecordAttendance>(Record, (look, c) => BuiltOn.Opened(look, c.Step)) with
        {
            AtTask = (look, node, step) =>
                step.Status == StepStatus.Open && node is JointNode { Vote.Quorum: not null }
                    ? [ActionOffer.At("record-attendance", step.Key, MayRecord(look, step.Key))]
                    : [],
        };

    /// <summary>Returns the keys of those who make up a joint review: everybody who was asked as it opened, apart from a head who only decides.</summary>
    internal static IReadOnlyList<string> Members(StepState step) =>
        [.. step.Entitled.Select(e => e.Key).Where(k => k != VoteRule.HeadKey).Distinct()];

    /// <summary>Returns the members who answered themselves before there was a result. Silence that a rule takes for an answer is nobody's presence.</summary>
    internal static IReadOnlyList<string> Present(StepState step) =>
        [.. Members(step).Where(m => step.Answers.Any(a => a.Participant == m && a.Late is null && a.By is not RuleActor))];

    /// <summary>Whether so many have answered that there may be a result.</summary>
    internal static bool IsQuorate(JointNode joint, StepState step) =>
        joint.Vote.Quorum is not { } quorum || Present(step).Count >= quorum.Least(Members(step).Count);

    /// <summary>Refuses the decision of a head while too few are there.</summary>
    internal static Refusal? MustBeQuorate(CaseLook look, JointNode joint, string key) =>
        look.Run(key) is { } step && !IsQuorate(joint, step) ? NoQuorum(look, joint, step, Present(step).Count) : null;

    /// <summary>Tells somebody who would answer that they are recorded as absent; null for anybody else.</summary>
    internal static Refusal? StayedAway(CaseLook look, string key) =>
        look.Run(key) is { Status: StepStatus.Open } step
        && step.Entitled.Any(e => step.Absent.Contains(e.Key) && Actors.Admitted(look, key, Leavers.Today(look, step, e)))
            ? VoteRefusals.StayedAway(Naming.Step(look, key), Naming.Actor(look))
            : null;

    private static Refusal? Record(CaseTurn turn, RecordAttendance command)
    {
        if (MayRecord(turn, command.Step) is { } refusal)
            return refusal;
        var (joint, step) = ((JointNode)turn.Process.Find(command.Step)!, turn.State.Steps[command.Step]);
        var named = command.Absent.Select(who => (Who: who, Key: KeyOf(step, who))).ToList();
        if (named.Select(n => MayBeAbsent(turn, joint, step, n.Who, n.Key)).FirstOrDefault(r => r is not null) is { } wrong)
            return wrong;
        ImmutableArray<string> absent = [.. named.Select(n => n.Key!).Distinct()];
        if ((MayBeSoFew(turn, joint, step, absent) ?? MustSayWhy(turn, command)) is { } not)
            return not;
        turn.Apply(new AttendanceRecorded(command.Step, absent, turn.Stamp.Actor, command.Reasons, turn.On));
        return Answering.Follow(turn, joint, command.Step);
    }

    // Whoever is silent may still come; that they stay away is said with a reason.
    private static Refusal? MustSayWhy(CaseLook look, RecordAttendance command) =>
        !command.Absent.IsEmpty && PlainText.IsBlank(command.Reasons)
            ? StepRefusals.ReasonsMissing(VoteRefusals.Absence(Naming.Step(look, command.Step)))
            : null;

    private static Refusal? MayRecord(CaseLook look, string key)
    {
        if (StepGuards.MustBeOpen(look, key) is { } closed)
            return closed;
        if (look.Process.Find(key) is not JointNode { Vote.Quorum: not null } joint)
            return VoteRefusals.NoAttendance(Naming.Step(look, key));
        var chair = Chair(look, joint, look.State.Steps[key]);
        return Actors.Admitted(look, key, chair)
            ? null
            : StepRefusals.NotYours(Naming.Step(look, key), [Naming.Post(look, chair)], Naming.Actor(look));
    }

    // Who decides after hearing the others, or speaks last, presides; otherwise the head of the leading office.
    private static Entitlement Chair(CaseLook look, JointNode joint, StepState step)
    {
        var key = joint.Vote.Head is null ? joint.Vote.SpeaksLast : VoteRule.HeadKey;
        return step.Entitled.FirstOrDefault(e => e.Key == key) is { } chair ? Leavers.Today(look, step, chair) : Actors.Head(look);
    }

    private static string? KeyOf(StepState step, string who) =>
        step.Entitled.FirstOrDefault(e => e.Key != VoteRule.HeadKey && (e.Key == who || e.Person == who))?.Key;

    private static Refusal? MayBeAbsent(CaseLook look, JointNode joint, StepState step, string who, string? key)
    {
        var at = Naming.Step(look, step.Key);
        if (key is null)
            return VoteRefusals.NoMember(at, Naming.Person(look, who));
        var name = Naming.Participant(look, step.Key, key);
        if (step.Answers.Any(a => a.Participant == key))
            return VoteRefusals.WasThere(at, name);
        return joint.Vote.HoldsVeto(key) ? VoteRefusals.AbsentVeto(at, name) : null;
    }

    // Whoever has not answered and is not named may still come.
    private static Refusal? MayBeSoFew(CaseLook look, JointNode joint, StepState step, ImmutableArray<string> absent)
    {
        var members = Members(step).Count;
        var left = members - absent.Length;
        return left < joint.Vote.Quorum!.Least(members) ? NoQuorum(look, joint, step, left) : null;
    }

    private static Refusal NoQuorum(CaseLook look, JointNode joint, StepState step, int present)
    {
        var members = Members(step).Count;
        return VoteRefusals.NoQuorum(Naming.Step(look, step.Key), joint.Vote.Quorum!.Least(members), members, present);
    }
}

using System.Diagnostics;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Whose turn it is at an open step.</summary>
public static class Turns
{
    /// <summary>Returns everybody something waits for: the holders whose turn it is, and those involved beside them.</summary>
    public static IEnumerable<Entitlement> Waiting(PublishedProcess process, StepState step)
    {
        var first = Asked(process, step).ToList();
        return HolderWaits(step) ? first.Select(t => t.Who) : Holders(process, step).Concat(first.Select(t => t.Who));
    }

    /// <summary>Returns the entitlements that still have to act: at a joint those who have not answered, one at a time where it goes in order.</summary>
    public static IEnumerable<Entitlement> Holders(PublishedProcess process, StepState step)
    {
        if (process.Find(step.Key) is not JointNode joint)
            return step.Entitled;
        var silent = Silent(step).ToList();
        return silent.Count == 0 ? step.Entitled.Where(e => e.Key == VoteRule.HeadKey) : InTurn(joint.Vote, silent);
    }

    /// <summary>Returns those on the roll of a joint review who have not answered and did not stay away; the head only decides.</summary>
    internal static IEnumerable<Entitlement> Silent(StepState step) =>
        step.Roll.Where(e => e.Key != VoteRule.HeadKey && step.Answers.All(a => a.Participant != e.Key) && !step.Absent.Contains(e.Key));

    // Who speaks last speaks after all others, whatever the order; several persons of one party have one turn.
    private static IEnumerable<Entitlement> InTurn(VoteRule vote, List<Entitlement> silent)
    {
        var others = silent.Where(e => e.Key != vote.SpeaksLast).ToList();
        var open = others.Count > 0 ? others : silent;
        return vote.InOrder ? open.Where(e => e.Key == open[0].Key) : open;
    }

    /// <summary>Returns the requests whose turn it is: a signer after the holder only once there is an outcome to sign. In a joint review an added signer is on the roll.</summary>
    public static IEnumerable<SideTask> Asked(PublishedProcess process, StepState step) =>
        step.Sides.Where(t =>
            t.IsOpen
            && t.Kind switch
            {
                SideKind.After => t.Answer is { } answer ? Silent(step).Any(e => e.Key == answer.Participant) : step.Proposed is not null,
                SideKind.Beside => step.Proposed is null && process.Find(step.Key) is not JointNode,
                SideKind.Consult => true,
                SideKind.Before or SideKind.Work => step.Proposed is null,
                _ => throw new UnreachableException($"No answer for {t.Kind}."),
            }
        );

    /// <summary>Whether the holder of a step waits for somebody who signs or works first, or signs after.</summary>
    public static bool HolderWaits(StepState step) => step.Proposed is not null || step.Sides.Any(IsBeforeHolder);

    /// <summary>Whether somebody involved has still to sign or work before the holder does.</summary>
    internal static bool IsBeforeHolder(SideTask task) => task is { IsOpen: true, Kind: SideKind.Before or SideKind.Work };
}

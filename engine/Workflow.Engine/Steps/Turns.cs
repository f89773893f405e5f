using System.Collections.Immutable;
using Workflow.Engine.Cases;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Steps;

/// <summary>Whose turn it is at an open step.</summary>
public static class Turns
{
    /// <summary>Returns the entitlements that still have to act: at a joint those who have not answered, one at a time where it goes in order.</summary>
    public static IEnumerable<Entitlement> Waiting(PublishedProcess process, StepState step)
    {
        if (process.Find(step.Key) is not JointNode joint) return step.Entitled;
        var roll = step.Roll.ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Entitlement> open = [.. step.Entitled.Where(e => e.Key != VoteRule.HeadKey && roll.Contains(e.Key) && step.Answers.All(a => a.Participant != e.Key))];
        if (open.IsEmpty) return step.Entitled.Where(e => e.Key == VoteRule.HeadKey);
        // Who speaks last speaks after all others, whatever the order; several persons of one party have one turn.
        if (joint.Vote.SpeaksLast is { } last && open.Any(e => e.Key != last)) open = [.. open.Where(e => e.Key != last)];
        return joint.Vote.InOrder ? open.Where(e => e.Key == open[0].Key) : open;
    }
}

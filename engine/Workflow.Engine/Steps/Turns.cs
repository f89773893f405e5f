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
        ImmutableArray<Entitlement> open = [.. step.Entitled.Where(e => e.Key != VoteRule.HeadKey && step.Answers.All(a => a.Participant != e.Key))];
        if (open.IsEmpty) return step.Entitled.Where(e => e.Key == VoteRule.HeadKey);
        if (joint.Vote.InOrder) return open.Take(1);
        return joint.Vote.SpeaksLast is { } last && open.Length > 1 ? open.Where(e => e.Key != last) : open;
    }
}

using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Approvals;

/// <summary>
/// What somebody on the roll has to say once the result of a joint review is certain: kept word for word while the case is not
/// concluded, and counted for nothing. Once silence took effect nothing more is taken.
/// </summary>
internal static class LateOpinions
{
    /// <summary>Whether a joint review has its result and its case still takes opinions.</summary>
    internal static bool Takes(CaseTurn turn, string key) =>
        turn.State.Suspended is null && (turn.IsOpen || turn.Process.IsAfter(key))
        && turn.Process.Find(key) is JointNode && turn.State.Steps.GetValueOrDefault(key) is { Completed: not null } step && Silence.Ended(turn, step) is null;

    /// <summary>Whether somebody on the roll may say something: separation holds here too.</summary>
    internal static Refusal? MayGive(CaseTurn turn, string key) => Actors.Separation(turn, (WorkNode)turn.Process.Find(key)!, []);

    /// <summary>Those on the roll who have not answered and for whom the actor may.</summary>
    internal static IEnumerable<Entitlement> Mine(CaseTurn turn, string key)
    {
        if (turn.State.Steps.GetValueOrDefault(key) is not { } step) return [];
        return step.Roll.Where(e => e.Key != VoteRule.HeadKey && step.Answers.All(a => a.Participant != e.Key) && Actors.Admitted(turn, e));
    }
}

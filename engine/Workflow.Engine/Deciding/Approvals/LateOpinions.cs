using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Approvals;

/// <summary>
/// What somebody on the roll has to say once the result of a joint review is certain: kept word for word while the case is not
/// concluded, and counted for nothing. Once silence took effect nothing more is taken.
/// </summary>
internal static class LateOpinions
{
    /// <summary>Whether a joint review has its result and its case still takes opinions.</summary>
    internal static bool Takes(CaseLook look, string key) =>
        look.State.Suspended is null && (look.IsOpen || look.Process.IsAfter(key)) && HasResult(look, key);

    private static bool HasResult(CaseLook look, string key) =>
        look.Process.Find(key) is JointNode && look.Run(key) is { Completed: not null } step && Silence.Ended(look, step) is null;

    /// <summary>Whether somebody on the roll may say something: separation holds here too.</summary>
    internal static Refusal? MayGive(CaseLook look, string key) => Actors.Separation(look, (WorkNode)look.Process.Find(key)!, []);

    /// <summary>Those on the roll who have not answered and for whom the actor may.</summary>
    internal static IEnumerable<Entitlement> Mine(CaseLook look, string key) =>
        look.Run(key) is { } step ? Turns.Silent(step).Where(e => Actors.Admitted(look, key, e)) : [];
}

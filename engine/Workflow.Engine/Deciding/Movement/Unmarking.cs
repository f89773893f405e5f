using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Takes away the moments that steps marked, once these do not stand any more.</summary>
internal static class Unmarking
{
    internal static void Unmark(CaseTurn turn, Func<string, bool> ofStep)
    {
        foreach (var (moment, _) in turn.State.Moments.Where(m => ofStep(m.Value.Step)).ToList()) turn.Apply(new MomentUnmarked(moment));
    }
}

using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Takes away the moments that steps marked, once these do not stand any more.</summary>
internal static class Unmarking
{
    /// <summary>Unmarks what the steps marked.</summary>
    internal static void Unmark(CaseTurn turn, Func<string, bool> ofStep)
    {
        var moments = turn.State.Moments.Where(m => ofStep(m.Value.Step)).Select(m => m.Key).ToList();
        foreach (var moment in moments)
            turn.Apply(new MomentUnmarked(moment));
    }
}

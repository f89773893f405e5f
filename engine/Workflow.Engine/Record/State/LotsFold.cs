using System.Diagnostics;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Record.State;

/// <summary>Applies what happened to lots. It only copies.</summary>
internal static class LotsFold
{
    internal static CaseState Apply(CaseState state, CaseEvent happened) =>
        happened switch
        {
            LotsSealed e => Touch(state, e.Step, (s, lots) => s with { Lots = lots with { Sealed = e } }),
            // The draw in the same entry holds the seed again.
            LotsRevealed => state,
            LotsDrawn e => Touch(
                state,
                e.Step,
                (s, lots) =>
                    s with
                    {
                        Drawn = e.Drawn,
                        Lots = lots with { Seed = e.Seed, Population = e.Population, Used = e.Drawn.Length },
                    }
            ),
            LotsRedrawn e => Touch(
                state,
                e.Step,
                (s, lots) => s with { Drawn = e.Drawn, Lots = lots with { Used = e.Used, Recused = lots.Recused.AddRange(e.Recused) } }
            ),
            _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
        };

    private static CaseState Touch(CaseState state, string key, Func<StepState, LotsState, StepState> change) =>
        StepFold.Touch(state, key, s => change(s, s.Lots ?? new LotsState()));
}

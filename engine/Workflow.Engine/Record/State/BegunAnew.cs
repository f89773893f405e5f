using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.State;

/// <summary>What had been counted of a step when it last began anew.</summary>
/// <param name="Runs">How many superseded runs the case had then, of all steps.</param>
/// <param name="Backs">How often each exit back had been taken then.</param>
public sealed record CountedBefore(int Runs, ImmutableSortedDictionary<string, int> Backs);

/// <summary>
/// Which steps began anew: what lies inside a step that was opened once more at any time, and what ran before an order opened the
/// case again. The step that is opened once more goes on being counted itself: nothing else bounds it.
/// </summary>
internal static class BegunAnew
{
    internal static CaseState Superseded(CaseState state, StepsSuperseded e) =>
        e.Cause == PutAside.OpenedAnew ? Begun(state, e.Steps.Where(key => StepKey.IdOf(key) != e.From))
        : e.Cause == PutAside.Reopened ? Begun(state, state.Superseded.Select(s => s.Key).Except(state.Steps.Keys))
        : state;

    private static CaseState Begun(CaseState state, IEnumerable<string> keys)
    {
        var before = new CountedBefore(state.Superseded.Length, state.Backs);
        return state with { Anew = state.Anew.SetItems(keys.Distinct().Select(key => KeyValuePair.Create(key, before))) };
    }
}

using System.Collections.Immutable;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Record.State;

/// <summary>
/// When moments were marked that a return by hand, or taking back, has unmarked: a period that a law gives keeps its first
/// start, however often a step is repeated. An outcome's own way back starts anew, as its rule says; so does a case that is
/// opened again by order; and what took effect by silence and was corrected has never happened.
/// </summary>
internal static class FirstMarks
{
    internal static CaseState Unmarked(CaseState state, string moment) =>
        state.Moments.GetValueOrDefault(moment) is { } mark
        && mark.Entry > state.ForgottenUpTo
        && state.CorrectedIn != state.Entries
        && !state.FirstMarks.ContainsKey(moment)
            ? state with
            {
                FirstMarks = state.FirstMarks.Add(moment, mark),
            }
            : state;

    internal static CaseState Superseded(CaseState state, StepsSuperseded e) =>
        e.Outcome is null
            ? state
            : state with
            {
                FirstMarks = state.FirstMarks.RemoveRange(state.FirstMarks.Where(m => e.Steps.Contains(m.Value.Step)).Select(m => m.Key)),
            };

    internal static CaseState Reopened(CaseState state) =>
        state with
        {
            FirstMarks = state.FirstMarks.Clear(),
            ForgottenUpTo = state.Entries,
        };

    internal static CaseState Corrected(CaseState state) => state with { CorrectedIn = state.Entries };
}

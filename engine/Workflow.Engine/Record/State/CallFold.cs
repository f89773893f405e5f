using System.Diagnostics;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Record.State;

/// <summary>Applies what happens between a case and those it called.</summary>
internal static class CallFold
{
    internal static CaseState Apply(CaseState state, CaseEvent happened) =>
        happened switch
        {
            CaseCalled e => state with { Called = state.Called.Add(new CalledCase(e.Step, e.Lodge.Parent?.Run ?? 1, null, false)) },
            CalledCaseNamed e => Turn(state, e.Step, e.Run, c => c with { Case = e.Case }),
            CallEnded e => Entitle(Turn(state, e.Step, e.Run, c => c with { Ended = true }), e),
            CallAbandoned => state,
            ConclusionAwaited e => state with { Concluding = e.Result },
            _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
        };

    private static CaseState Entitle(CaseState state, CallEnded e) =>
        e.Entitled.IsEmpty ? state : StepFold.Touch(state, e.Step, s => s with { Entitled = e.Entitled });

    private static CaseState Turn(CaseState state, string step, int run, Func<CalledCase, CalledCase> change) =>
        state with
        {
            Called = [.. state.Called.Select(c => c.Step == step && c.Run == run ? change(c) : c)],
        };
}

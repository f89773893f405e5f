using System.Diagnostics;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.State;

/// <summary>Applies what happened to clocks. It only copies.</summary>
internal static class ClockFold
{
    internal static CaseState Apply(CaseState state, CaseEvent happened) =>
        happened switch
        {
            ClockStarted e => Put(state, e.Clock),
            ClockMoved e => Put(state, e.Clock),
            ClockStopped e => Turn(
                state,
                e.Clock,
                c => c with { Status = ClockStatus.Stopped, EndedOn = e.On, FiresAt = null, AwaitsCalendar = false, Left = null }
            ),
            ClockExpired { Outcome: null } e => Turn(state, e.Clock, c => c with { Status = ClockStatus.Overdue, FiresAt = e.FiresAt }),
            ClockExpired e => Turn(
                state,
                e.Clock,
                c => c with { Status = ClockStatus.Elapsed, EndedOn = e.DueOn, FiresAt = null, AwaitsCalendar = false }
            ),
            ClockEscalated e => Turn(state, e.Clock, c => c with { Fired = c.Fired.Add(e.Stage), FiresAt = e.FiresAt }),
            ClockLifted e => Turn(
                state,
                e.Clock,
                c => c with { Status = c.Status == ClockStatus.Overdue ? ClockStatus.Running : c.Status, Fired = [] }
            ),
            ClockAwaitsCalendar e => Turn(state, e.Clock, c => c with { AwaitsCalendar = true, FiresAt = e.FiresAt }),
            _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
        };

    private static CaseState Put(CaseState state, ClockState clock) =>
        state with
        {
            Clocks = state.Clocks.SetItem(clock.Id, clock),
            Calendar = clock.Calendar,
        };

    private static CaseState Turn(CaseState state, string id, Func<ClockState, ClockState> change) =>
        state with
        {
            Clocks = state.Clocks.SetItem(id, change(state.Clocks[id])),
        };
}

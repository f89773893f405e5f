using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>What was done in time stays done in time: it is not taken back once its period is over, for silence would take effect at once.</summary>
internal static class Lapsing
{
    /// <summary>Refuses to take back an outcome without which a period that is over would run again.</summary>
    internal static Refusal? OfOutcome(CaseLook look, StepState step) =>
        Refused(look, step.Key, look.State.Clocks.Values.Where(c => c.Id == step.Name || WasStoppedBy(look, c, step.Key)));

    /// <summary>Refuses to take back an answer whose participant has a limit of their own that is over.</summary>
    internal static Refusal? OfAnswer(CaseLook look, StepState step, GivenAnswer answer) =>
        Refused(look, step.Key, Clocks(look, $"{new ClockKey(step.Key, answer.Participant, step.Instance)}"));

    private static IEnumerable<ClockState> Clocks(CaseLook look, string id) => look.State.Clocks.Values.Where(c => c.Id == id);

    private static Refusal? Refused(CaseLook look, string key, IEnumerable<ClockState> clocks) =>
        clocks.FirstOrDefault(c => WouldElapse(look, c)) is { } clock
            ? TakebackRefusals.PeriodEnded(Naming.Step(look, key), Naming.Clock(look, clock), clock.DueOn)
            : null;

    private static bool WasStoppedBy(CaseLook look, ClockState clock, string key) =>
        clock.Step is null
        && ClockRules.Find(look.Process, clock) is { } rule
        && ClockStarts.Ends(look, rule).ToList() is { Count: > 0 } marked
        && marked.TrueForAll(m => m.Step == key);

    private static bool WouldElapse(CaseLook look, ClockState clock) =>
        clock is { Status: ClockStatus.Stopped, Left: null }
        && clock.EndedOn <= clock.DueOn
        && clock.DueAt <= look.Stamp.RecordedAt
        && ClockRules.Find(look.Process, clock)?.OnExpiry is not null;
}

using Workflow.Engine.Processes;

namespace Workflow.Engine.Clocks;

/// <summary>Computes lamps at reading.</summary>
public static class Lamps
{
    /// <summary>Returns the lamp of a clock on a day, or null once nobody waits for it.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="day">The day of reading in the authority's zone.</param>
    public static Lamp? Of(ClockState clock, DateOnly day) => clock switch
    {
        { IsOpen: false } => null,
        { IsPaused: true } => Lamp.Grey,
        // A floor is nobody's delay: its last day past means that the step may finish.
        { Kind: LimitKind.AtLeast } => Lamp.Green,
        { Status: ClockStatus.Overdue } => Lamp.Red,
        _ => Between(day, clock.YellowFrom, clock.DueOn),
    };

    /// <summary>Returns the lamp of the promise on a day, yellow on its last day; null without a promise, or once nobody waits.</summary>
    /// <param name="clock">The clock with the promise.</param>
    /// <param name="day">The day of reading in the authority's zone.</param>
    public static Lamp? OfPromise(ClockState clock, DateOnly day) => clock switch
    {
        { IsOpen: false } or { PromiseOn: null } => null,
        { IsPaused: true } => Lamp.Grey,
        _ => Between(day, clock.PromiseOn.Value, clock.PromiseOn.Value),
    };

    private static Lamp Between(DateOnly day, DateOnly yellowFrom, DateOnly dueOn) =>
        day > dueOn ? Lamp.Red : day >= yellowFrom ? Lamp.Yellow : Lamp.Green;
}

using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>Computes lamps at reading.</summary>
public static class Lamps
{
    /// <summary>Returns the lamp of a clock on a day, or null once nobody waits for it.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="day">The day of reading in the authority's zone.</param>
    public static Lamp? Of(ClockState clock, DateOnly day) =>
        clock.IsOpen
            ? Of(clock.YellowFrom, clock.DueOn, clock.IsPaused, clock.Kind == LimitKind.AtLeast, clock.Status == ClockStatus.Overdue, day)
            : null;

    /// <summary>Returns the lamp of a task on a day, by the limit that its row names; null where it has none.</summary>
    /// <param name="row">The row of the inbox.</param>
    /// <param name="day">The day of reading in the authority's zone.</param>
    public static Lamp? Of(InboxRow row, DateOnly day) =>
        row is { YellowFrom: { } yellow, DueOn: { } due } ? Of(yellow, due, row.Paused, row.Floor, row.Overdue, day) : null;

    /// <summary>Returns the lamp of the promise on a day, yellow on its last day; null without a promise, or once nobody waits.</summary>
    /// <param name="clock">The clock with the promise.</param>
    /// <param name="day">The day of reading in the authority's zone.</param>
    public static Lamp? OfPromise(ClockState clock, DateOnly day) =>
        clock switch
        {
            { IsOpen: false } or { PromiseOn: null } => null,
            { IsPaused: true } => Lamp.Grey,
            _ => Between(day, clock.PromiseOn.Value, clock.PromiseOn.Value),
        };

    // A floor is nobody's delay: its last day past means that the step may finish.
    private static Lamp Of(DateOnly yellowFrom, DateOnly dueOn, bool paused, bool floor, bool overdue, DateOnly day) =>
        paused ? Lamp.Grey
        : floor ? Lamp.Green
        : overdue ? Lamp.Red
        : Between(day, yellowFrom, dueOn);

    private static Lamp Between(DateOnly day, DateOnly yellowFrom, DateOnly dueOn) =>
        day > dueOn ? Lamp.Red
        : day >= yellowFrom ? Lamp.Yellow
        : Lamp.Green;
}

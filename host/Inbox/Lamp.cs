using Workflow.Engine.Clocks;

namespace Workflow.Host.Inbox;

/// <summary>The colour of a limit on a day. It is computed at reading and stored nowhere.</summary>
public static class Lamp
{
    public const string None = "none";

    public static string Of(DateOnly? yellowFrom, DateOnly? dueOn, bool paused, DateOnly today) =>
        dueOn is not { } due ? None
        : paused ? "grey"
        : today > due ? "red"
        : today >= yellowFrom ? "yellow"
        : "green";

    public static string Of(ClockState clock, DateOnly today) =>
        clock.IsOpen ? Of(clock.YellowFrom, clock.DueOn, clock.IsPaused, today) : None;

    /// <summary>The lamp of the promise beside the statute.</summary>
    public static string OfPromise(ClockState clock, DateOnly today) =>
        clock.IsOpen ? Of(clock.PromiseOn, clock.PromiseOn, clock.IsPaused, today) : None;
}

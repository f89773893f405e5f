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

    public static string Of(ClockState clock, DateOnly today) => Word(Lamps.Of(clock, today));

    /// <summary>The lamp of the promise beside the statute.</summary>
    public static string OfPromise(ClockState clock, DateOnly today) => Word(Lamps.OfPromise(clock, today));

    private static string Word(Engine.Clocks.Lamp? lamp) => lamp?.ToString().ToLowerInvariant() ?? None;
}

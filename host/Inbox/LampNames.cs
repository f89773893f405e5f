using System.Collections.Immutable;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Values;

namespace Workflow.Host.Inbox;

/// <summary>The word for the colour of a limit on a day: the engine decides, at reading, and nothing stores it.</summary>
public static class LampNames
{
    public const string None = "none";

    /// <summary>All of them, the most urgent first.</summary>
    public static ImmutableArray<string> All { get; } = [Word(Lamp.Red), Word(Lamp.Yellow), Word(Lamp.Green), Word(Lamp.Grey), None];

    public static string Of(InboxRow row, DateOnly today) => Word(Lamps.Of(row, today));

    public static string Of(ClockState clock, DateOnly today) => Word(Lamps.Of(clock, today));

    /// <summary>The lamp of the promise beside the statute.</summary>
    public static string OfPromise(ClockState clock, DateOnly today) => Word(Lamps.OfPromise(clock, today));

    private static string Word(Lamp? lamp) => lamp?.ToString().ToLowerInvariant() ?? None;
}

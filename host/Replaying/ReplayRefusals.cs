using Workflow.Engine.Record.Refusals;
using Workflow.Host.Answers;

namespace Workflow.Host.Replaying;

/// <summary>What stands against looking at a case as it was.</summary>
internal static class ReplayRefusals
{
    /// <summary>The case had no entry by then.</summary>
    internal static RequestRefusedException NotThen(string number, string first, string found) =>
        new("case.not_then", ("number", number), ("first", first), ("found", found));

    /// <summary>The case has no such entry.</summary>
    internal static RequestRefusedException NoEntry(string number, int total, int found) =>
        new("replay.no_entry", ("number", number), ("total", total), ("found", found));

    /// <summary>The case has no such clock then.</summary>
    internal static RequestRefusedException NoClock(RecordedCase recorded, string clock, string? at) =>
        new(new Refusal(MissingClock.Of(recorded, clock, at)));
}

using Workflow.Engine.Record.Refusals;
using Workflow.Host.Opening;

namespace Workflow.Host.Replaying;

/// <summary>What stands against a moment of a recorded case.</summary>
internal static class MomentRefusals
{
    /// <summary>The case has no such clock then.</summary>
    internal static OpeningRefusedException NoClock(RecordedCase recorded, string clock, string? at) =>
        new(new Refusal(MissingClock.Of(recorded, clock, at)));

    /// <summary>The legal view of a future day is asked for.</summary>
    internal static OpeningRefusedException LegalInFuture(DateOnly found) => new("replay.legal_in_future", ("found", found));

    /// <summary>The case has no such entry.</summary>
    internal static OpeningRefusedException NoEntry(string number, int total, int found) =>
        new("replay.no_entry", ("number", number), ("total", total), ("found", found));

    /// <summary>The case was recorded later.</summary>
    internal static OpeningRefusedException TooEarly(string number, string first, string found) =>
        new("replay.too_early", ("number", number), ("first", first), ("found", found));
}

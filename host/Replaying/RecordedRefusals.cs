using Workflow.Engine.Record.Refusals;

namespace Workflow.Host.Replaying;

/// <summary>What stands against looking at a case as it was; a request and a verb say it alike.</summary>
internal static class RecordedRefusals
{
    /// <summary>The case had no entry by then.</summary>
    internal static Refusal NotThen(RecordedCase whole, DateTimeOffset asked) =>
        new("case.not_then", ("number", whole.State.Number), ("first", whole.Begun), ("found", whole.Shown(asked)));

    /// <summary>The case has no such entry.</summary>
    internal static Refusal NoEntry(RecordedCase whole, int found) =>
        new("replay.no_entry", ("number", whole.State.Number), ("total", whole.Total), ("found", found));

    /// <summary>The case has no such clock then.</summary>
    /// <param name="recorded">The case as the one who asks sees it.</param>
    /// <param name="clock">The name found.</param>
    /// <param name="at">The moment asked about, as its authority's clocks show it; null where none was.</param>
    internal static Refusal NoClock(RecordedCase recorded, string clock, string? at) => new(MissingClock.Of(recorded, clock, at));

    /// <summary>The legal view of a day that is still to come is asked for.</summary>
    internal static Refusal LegalInFuture(DateOnly found) => new("replay.legal_in_future", ("found", found));
}

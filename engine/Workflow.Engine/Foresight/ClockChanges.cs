using System.Collections.Immutable;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Foresight;

/// <summary>Which clocks an act starts, moves or stops.</summary>
internal static class ClockChanges
{
    internal static ImmutableArray<ForeseenClock> Between(PublishedProcess process, CaseState before, CaseState after) =>
        [.. after.Clocks.Values.Select(c => Change(process, before.Clocks.GetValueOrDefault(c.Id), c)).OfType<ForeseenClock>()];

    private static ForeseenClock? Change(PublishedProcess process, ClockState? was, ClockState now)
    {
        if (Happens(was, now) is not { } change)
            return null;
        return new ForeseenClock(
            now.Id,
            ClockRules.Find(process, now).NameOf(now.Rule),
            change,
            change == ForeseenChange.Starts ? null : Day(was),
            change == ForeseenChange.Stops ? null : Day(now)
        );
    }

    private static ForeseenChange? Happens(ClockState? was, ClockState now) =>
        (was, now) switch
        {
            ({ IsOpen: true }, { IsOpen: false }) => ForeseenChange.Stops,
            (_, { IsOpen: false }) => null,
            (not { IsOpen: true }, _) => ForeseenChange.Starts,
            _ when was.StartDay != now.StartDay => ForeseenChange.Starts,
            ({ IsPaused: false }, { IsPaused: true }) => ForeseenChange.Pauses,
            _ => was.DueOn != now.DueOn || was.IsPaused != now.IsPaused ? ForeseenChange.Moves : null,
        };

    private static DateOnly? Day(ClockState? clock) => clock is { IsPaused: false } ? clock.DueOn : null;
}

using Workflow.Engine.Calendars;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;

namespace Workflow.Definitions.Stories;

/// <summary>What comes next by itself, for every door that a story is played through.</summary>
public static class Agenda
{
    /// <summary>Returns what falls due first, a clock or a calendar publication; null when nothing more is to come.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="now">The moment up to which everything is done.</param>
    /// <param name="world">Definitions and calendars.</param>
    /// <param name="calendarKnown">The last day whose calendar publications are known; null for what time itself brings.</param>
    public static Due? Next(IEnumerable<CaseState> cases, DateTimeOffset now, ScenarioWorld world, DateOnly? calendarKnown) =>
        cases
            .Where(c => c.Stage is CaseStage.Open or CaseStage.Concluded)
            .SelectMany(c => Of(c, now, world, calendarKnown))
            .OrderBy(d => d.At)
            .ThenBy(d => d.Case, StringComparer.Ordinal)
            .FirstOrDefault();

    private static IEnumerable<Due> Of(CaseState state, DateTimeOffset now, ScenarioWorld world, DateOnly? calendarKnown)
    {
        if (state.FiresAt is { } at)
            yield return new Due(at, state.Number, false);
        if (state.Clocks.Values.All(c => !c.IsOpen))
            yield break;
        var process = world.Bound(state.Definition);
        var moment = now > state.LastAt ? now : state.LastAt;
        // A publication wakes every case: one that has not been derived again since is due at once.
        if (state.Calendar != Known(process, moment, world, calendarKnown).Digest)
            yield return new Due(moment, state.Number, false);
        if (Publication(process, moment, world, calendarKnown) is { } day)
            yield return new Due(day, state.Number, true);
    }

    private static DateTimeOffset? Publication(
        PublishedProcess process,
        DateTimeOffset after,
        ScenarioWorld world,
        DateOnly? calendarKnown
    ) =>
        world.NextPublication(process, after) is { } day
        && (calendarKnown is not { } known || known >= world.Calendar(process, DateOnly.MaxValue).DayOf(day))
            ? day
            : null;

    private static WorkCalendar Known(PublishedProcess process, DateTimeOffset at, ScenarioWorld world, DateOnly? calendarKnown)
    {
        var today = world.Calendar(process, DateOnly.MaxValue).DayOf(at);
        return world.Calendar(process, calendarKnown < today ? calendarKnown.Value : today);
    }
}

/// <summary>Something that falls due.</summary>
/// <param name="At">The instant.</param>
/// <param name="Case">The case.</param>
/// <param name="IsPublication">Whether it is a calendar publication, which may change nothing.</param>
public sealed record Due(DateTimeOffset At, string Case, bool IsPublication);

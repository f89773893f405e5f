using Workflow.Engine.Calendars;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding;

/// <summary>What must be written before a command may be decided: settle, then decide.</summary>
public static class Settling
{
    /// <summary>The most entries that settling writes before one command; more is a bug.</summary>
    public const int Bound = 1_000;

    /// <summary>The actor of a calendar change.</summary>
    public static Actor CalendarActor { get; } = new RuleActor(RuleNames.Calendar);

    /// <summary>
    /// Returns the next command to write first, with its actor and effective day: clocks on a superseded calendar are derived
    /// again, then what is due is expired in the order of its instants. Null when nothing is left to settle.
    /// </summary>
    /// <param name="state">The case.</param>
    /// <param name="at">The recorded moment of the command to come.</param>
    /// <param name="calendar">The authority's calendar as known at that moment.</param>
    public static SettlingStep? Next(CaseState state, DateTimeOffset at, WorkCalendar calendar)
    {
        if (state.Stage is CaseStage.None or CaseStage.Closed)
            return null;
        if (state.Calendar != calendar.Digest && state.Clocks.Values.Any(c => c.IsOpen))
            return new SettlingStep(new RederiveClocks(), CalendarActor, calendar.DayOf(at));
        // What one participant's silence means comes before what the end of the whole review means.
        var due = state
            .Clocks.Values.Where(c => c.IsOpen && c.FiresAt <= at)
            .OrderBy(c => c.FiresAt)
            .ThenBy(c => c.Participant is null)
            .ThenBy(c => c.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return due is null ? null : new SettlingStep(new ExpireClock(due.Id), new RuleActor(due.Rule), EffectiveDay(due, at, calendar));
    }

    // What a rule does on a clock takes effect on the clock's last day, whenever it is recorded; a reminder before it on its own day.
    private static DateOnly EffectiveDay(ClockState due, DateTimeOffset at, WorkCalendar calendar) =>
        due.DueAt <= at && due.Status == ClockStatus.Running ? due.DueOn : calendar.DayOf(at);
}

/// <summary>One command that settling writes.</summary>
/// <param name="Command">The command.</param>
/// <param name="Actor">The rule that acts.</param>
/// <param name="EffectiveOn">The effective day.</param>
public sealed record SettlingStep(CaseCommand Command, Actor Actor, DateOnly EffectiveOn);

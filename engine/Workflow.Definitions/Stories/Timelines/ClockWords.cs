using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says what happened to a clock.</summary>
internal static class ClockWords
{
    internal static Message Of(CaseEvent happened, CaseNames names) =>
        happened switch
        {
            ClockStarted e => Started(e, names),
            ClockMoved e => Moved(e, names),
            ClockStopped e => names.OfClock("told.clock.stopped", e.Clock),
            ClockExpired { Outcome: { } outcome } e => Elapsed(e, outcome, names),
            ClockExpired { Withheld: { } outcome } e => Withheld(e, outcome, names),
            ClockExpired e => names.OfClock(names.IsFloor(e.Clock) ? "told.clock.floor" : "told.clock.expired", e.Clock, ("on", e.DueOn)),
            ClockEscalated e => Escalated(e, names),
            ClockLifted e => names.OfClock("told.clock.lifted", e.Clock, ("cause", Cause(e.Cause))),
            ClockAwaitsCalendar e => names.OfClock("told.clock.awaits_calendar", e.Clock, ("on", e.DueOn)),
            _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
        };

    private static Message Started(ClockStarted e, CaseNames names) =>
        names.OfClock("told.clock.started", e.Clock.Id, ("from", e.Clock.StartDay), ("end", End(e.Clock, names)));

    private static Message Escalated(ClockEscalated e, CaseNames names) =>
        names.OfClock("told.clock.escalated", e.Clock, ("stage", e.Stage + 1), ("to", names.Who(e.To)));

    private static Message Moved(ClockMoved e, CaseNames names)
    {
        var (clock, end) = (names.Clock(e.Clock.Id), End(e.Clock, names));
        var isWhereItWas = e.Was == e.Clock.DueOn || e.Clock.IsPaused;
        if (isWhereItWas && e.Cause == ClockCause.Calendar && !e.Clock.IsPaused)
            return new("told.clock.unmoved", ("clock", clock), ("end", end));
        var was = isWhereItWas ? LineParts.None : new Message("told.clock.was", ("was", e.Was));
        return new("told.clock.moved", ("clock", clock), ("cause", Cause(e.Cause)), ("was", was), ("end", end));
    }

    private static Message Elapsed(ClockExpired e, string outcome, CaseNames names) =>
        names.OfClock(
            "told.clock.elapsed",
            e.Clock,
            ("on", e.DueOn),
            ("basis", Reasons.Basis(e.Basis)),
            ("effect", Effect(e, outcome, names))
        );

    private static Message Withheld(ClockExpired e, string outcome, CaseNames names) =>
        names.OfClock("told.clock.withheld", e.Clock, ("on", e.DueOn), ("outcome", names.Outcome(ClockKey.Parse(e.Clock).Step, outcome)));

    private static Message Effect(ClockExpired e, string outcome, CaseNames names) =>
        outcome == Participant.NotCounted
            ? new("told.clock.elapsed_uncounted")
            : new("told.clock.elapsed_outcome", ("outcome", names.Outcome(ClockKey.Parse(e.Clock).Step, outcome)));

    private static Message End(ClockState clock, CaseNames names)
    {
        if (clock.IsPaused)
            return new("told.clock.left", ("left", Left(clock)));
        var within = LineParts.Of("told.clock.within", "clock", clock.ClampedBy is { } by ? names.Clock(by) : null);
        return new(clock.Provisional ? "told.clock.until_provisional" : "told.clock.until", ("due", clock.DueOn), ("within", within));
    }

    // A clock that counts nothing counts days.
    private static Period Left(ClockState clock) => new(clock.Left ?? 0, clock.Total?.Unit ?? PeriodUnit.Days);

    private static Message Cause(ClockCause cause) => new($"told.moving.{cause}");
}

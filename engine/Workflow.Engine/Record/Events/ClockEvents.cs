using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.Events;

/// <summary>A clock began, or began again.</summary>
/// <param name="Clock">The clock with its conclusions.</param>
public sealed record ClockStarted(ClockState Clock) : CaseEvent, IOfClock
{
    string IOfClock.Clock => Clock.Id;
}

/// <summary>A fact changed and the clock was derived again.</summary>
/// <param name="Clock">The clock with its new conclusions.</param>
/// <param name="Cause">Why.</param>
/// <param name="Was">The last day before.</param>
/// <param name="Document">The document or notice behind it; null for none.</param>
public sealed record ClockMoved(ClockState Clock, ClockCause Cause, DateOnly Was, string? Document) : CaseEvent, IOfClock
{
    string IOfClock.Clock => Clock.Id;
}

/// <summary>What the clock waited for has happened.</summary>
/// <param name="Clock">Its id.</param>
/// <param name="On">The effective day.</param>
/// <param name="Cause">Why.</param>
public sealed record ClockStopped(string Clock, DateOnly On, StopCause Cause) : CaseEvent, IOfClock
{
    /// <summary>The moment that was marked, or the outcome; null where it was neither.</summary>
    public string? By { get; init; }
}

/// <summary>The clock's last day is past.</summary>
/// <param name="Clock">Its id.</param>
/// <param name="DueOn">The last day.</param>
/// <param name="Outcome">The outcome its rule runs; null for overdue.</param>
/// <param name="Basis">The rule's source as cited.</param>
/// <param name="FiresAt">What falls due on it next; null for nothing.</param>
public sealed record ClockExpired(string Clock, DateOnly DueOn, string? Outcome, string Basis, DateTimeOffset? FiresAt)
    : CaseEvent,
        IOfClock
{
    /// <summary>The outcome that the silence would have had, had no material been missing; null where nothing was withheld.</summary>
    public string? Withheld { get; init; }
}

/// <summary>A stage of the escalation was reached.</summary>
/// <param name="Clock">Its id.</param>
/// <param name="Stage">The stage's place in the rule, from 0.</param>
/// <param name="To">Who is told.</param>
/// <param name="DueOn">The last day of the clock.</param>
/// <param name="FiresAt">What falls due on it next; null for nothing.</param>
public sealed record ClockEscalated(string Clock, int Stage, Entitlement To, DateOnly DueOn, DateTimeOffset? FiresAt) : CaseEvent, IOfClock;

/// <summary>A fact recorded later shows that the clock was not overdue.</summary>
/// <param name="Clock">Its id.</param>
/// <param name="Cause">Why.</param>
public sealed record ClockLifted(string Clock, ClockCause Cause) : CaseEvent, IOfClock;

/// <summary>An outcome by rule waits, because the date is provisional.</summary>
/// <param name="Clock">Its id.</param>
/// <param name="DueOn">The provisional last day.</param>
/// <param name="FiresAt">The next reminder; null for none.</param>
public sealed record ClockAwaitsCalendar(string Clock, DateOnly DueOn, DateTimeOffset? FiresAt) : CaseEvent, IOfClock;

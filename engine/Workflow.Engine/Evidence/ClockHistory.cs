using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>A change of a clock, with both of its times.</summary>
/// <param name="Entry">The entry that tells it.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="EffectiveOn">The day from which it holds.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Cause">What changed it.</param>
/// <param name="Was">The last day before; null where there was none.</param>
/// <param name="DueOn">The last day after; null while it stands still.</param>
/// <param name="Papers">The documents issued with it, and the notice it rests on.</param>
public sealed record ClockChange(
    long Entry,
    DateTimeOffset RecordedAt,
    DateOnly EffectiveOn,
    string Actor,
    ChangeCause Cause,
    DateOnly? Was,
    DateOnly? DueOn,
    ImmutableArray<Paper> Papers
);

/// <summary>Reads from a case's entries what became of one clock since it last started.</summary>
internal static class ClockHistory
{
    internal static ImmutableArray<ClockChange> Of(CaseDefinitions definitions, IReadOnlyList<LedgerEntry> entries, ClockState clock)
    {
        var all = entries.SelectMany(e => Of(clock.Id, e).Select(h => (Entry: e, Happened: h))).ToList();
        var lastStart = Math.Max(0, all.FindLastIndex(one => one.Happened is ClockStarted));
        return [.. all.Skip(lastStart).Select(one => Change(definitions, one.Entry, one.Happened, clock.Kind)).OfType<ClockChange>()];
    }

    /// <summary>Returns what an event says a clock is from then on; null for one that says it of none.</summary>
    internal static ClockState? Version(CaseEvent happened) => (happened as ClockStarted)?.Clock ?? (happened as ClockMoved)?.Clock;

    /// <summary>Whether an event ends a clock: what it waits for has happened, or its rule ran an outcome.</summary>
    internal static bool Ends(this CaseEvent happened, string clock) =>
        happened is ClockStopped or ClockExpired { Outcome: not null } && ((IOfClock)happened).Clock == clock;

    private static IEnumerable<IOfClock> Of(string clock, LedgerEntry entry) =>
        entry.Events.OfType<IOfClock>().Where(e => e.Clock == clock);

    // A reminder changes nothing of the clock.
    private static ClockChange? Change(CaseDefinitions definitions, LedgerEntry entry, IOfClock happened, LimitKind kind) =>
        happened switch
        {
            ClockStarted e => Make(entry, ChangeCause.Started, null, Due(e.Clock)),
            ClockMoved e => Make(entry, Of(e.Cause), e.Was, Due(e.Clock)) with { Papers = Behind(definitions, entry, e) },
            ClockStopped e => Make(entry, ChangeCause.Stopped, null, null) with { EffectiveOn = e.On },
            ClockExpired e => Make(entry, Of(e, kind), null, e.DueOn),
            ClockLifted => Make(entry, ChangeCause.Lifted, null, null),
            ClockAwaitsCalendar e => Make(entry, ChangeCause.AwaitsCalendar, null, e.DueOn),
            ClockEscalated => null,
            _ => throw new UnreachableException($"No change for {happened.GetType().Name}."),
        };

    private static ChangeCause Of(ClockCause cause) =>
        cause switch
        {
            ClockCause.Pause => ChangeCause.Pause,
            ClockCause.Resume => ChangeCause.Resume,
            ClockCause.Extension => ChangeCause.Extension,
            ClockCause.Calendar => ChangeCause.Calendar,
            ClockCause.Clamp => ChangeCause.Clamp,
            ClockCause.Reopened => ChangeCause.Reopened,
            ClockCause.Migration => ChangeCause.Migration,
            ClockCause.Set => ChangeCause.Set,
            ClockCause.RecordedLate => throw new UnreachableException("A late record lifts a mark and moves no clock."),
            _ => throw new UnreachableException($"No change for {cause}."),
        };

    // At the end of a shortest time nobody is late.
    private static ChangeCause Of(ClockExpired expired, LimitKind kind) =>
        expired.Outcome is not null ? ChangeCause.Elapsed
        : kind == LimitKind.AtLeast ? ChangeCause.Floor
        : ChangeCause.Expired;

    private static ImmutableArray<Paper> Behind(CaseDefinitions definitions, LedgerEntry entry, ClockMoved moved) =>
        moved.Cause is ClockCause.Extension or ClockCause.Pause or ClockCause.Migration
            ? ClockPapers.Of(definitions, entry, moved.Document)
            : [];

    private static ClockChange Make(LedgerEntry entry, ChangeCause cause, DateOnly? was, DateOnly? due) =>
        new(entry.Number, entry.Stamp.RecordedAt, entry.Stamp.EffectiveOn, entry.Stamp.Actor, cause, was, due, []);

    private static DateOnly? Due(ClockState clock) => clock.IsPaused ? null : clock.DueOn;
}

using System.Collections.Concurrent;
using Workflow.Engine.Calendars;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Support.Days;

/// <summary>Holds the clocks of a case against the naive counter: the dates told are those that the facts give on the calendar known today.</summary>
internal static class CountedClocks
{
    private static readonly ConcurrentDictionary<string, NaiveCounter> Counters = new(StringComparer.Ordinal);

    private static long _compared;

    /// <summary>How many dates were held against the counter so far.</summary>
    internal static long Compared => Interlocked.Read(ref _compared);

    /// <summary>Returns a sentence for each open clock that says another day than the counter; none when all agree.</summary>
    /// <param name="state">The case, settled.</param>
    /// <param name="calendar">The calendar known at the moment.</param>
    internal static IEnumerable<string> Differences(CaseState state, WorkCalendar calendar)
    {
        var counter = Counters.GetOrAdd(calendar.Digest, _ => new NaiveCounter(calendar));
        foreach (var clock in state.Clocks.Values.Where(c => c.IsOpen))
        {
            if (clock.Calendar != calendar.Digest)
                yield return $"{clock.Id} stands on a superseded calendar";
            if (clock.IsPaused || clock.Total is not { Unit: not PeriodUnit.Hours } total)
                continue;
            Interlocked.Increment(ref _compared);
            var own = counter.Count(Facts(clock, total)).On;
            var on = clock.ClampedBy is { } nearer ? Earlier(state.Clocks[nearer].DueOn, own) : own;
            if (clock.DueOn != on)
                yield return $"{clock.Id} says {clock.DueOn:O}, the counter {on:O}";
        }
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    // A pause that came too late to move the end is open and excludes nothing.
    private static Reckoning Facts(ClockState clock, Period total) =>
        new(
            total,
            clock.Kind == LimitKind.Before ? Counting.Backward : Counting.Forward,
            clock.StartDay,
            clock.StartAt,
            [.. clock.Pauses.Where(p => p.To is not null).Select(p => new Exclusion(p.Ground, p.From, p.To, p.FromAt, p.ToAt, p.Document))],
            clock.Roll
        );
}

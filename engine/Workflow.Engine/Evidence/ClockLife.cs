using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>One clock from a start to the next, and the facts of it that are effective by a day.</summary>
internal static class ClockLife
{
    /// <summary>Returns a clock as its facts effective by a day entail it, before clamping; null when it had not started.</summary>
    internal static ClockState? On(
        CaseDefinitions definitions,
        IReadOnlyList<LedgerEntry> entries,
        string id,
        WorkCalendar calendar,
        DateOnly day
    )
    {
        if (Lives(entries, id).LastOrDefault(l => Begins(l[0]) <= day) is not { } life)
            return null;
        var facts = Facts(life, day);
        var drawn = ClockConclusions.Conclude(facts, definitions.Rule(facts), calendar);
        return drawn.EndedOn is null ? drawn : drawn with { Status = ClockStatus.Stopped, FiresAt = null, Left = null };
    }

    /// <summary>Returns an office's own budget ending with the nearest clock of the case.</summary>
    internal static ClockState Clamped(PublishedProcess process, ClockState clock, List<ClockState> all, WorkCalendar calendar)
    {
        if (!clock.IsOpen || !ClockRules.IsOwnBudget(process, clock))
            return clock;
        var nearest = all.Where(c => IsBound(c) && c.DueAt > clock.StartAt).MinBy(c => c.DueAt);
        return nearest is not null && nearest.DueAt < clock.DueAt
            ? ClockConclusions.Clamp(clock, nearest, ClockRules.Of(process, clock), calendar)
            : clock;
    }

    /// <summary>Returns an open clock whose last day is past as overdue, or as elapsed where its rule runs an outcome.</summary>
    internal static ClockState Judged(PublishedProcess process, ClockState clock, DateOnly day)
    {
        if (!clock.IsOpen || clock.IsPaused || day <= clock.DueOn)
            return clock with { FiresAt = null };
        if (ClockRules.Of(process, clock).OnExpiry is null)
            return clock with { Status = ClockStatus.Overdue, FiresAt = null };
        return clock.Provisional
            ? clock with
            {
                AwaitsCalendar = true,
                FiresAt = null,
            }
            : clock with
            {
                Status = ClockStatus.Elapsed,
                EndedOn = clock.DueOn,
                FiresAt = null,
            };
    }

    private static bool IsBound(ClockState clock) =>
        clock is { IsOfCase: true, IsOpen: true, IsPaused: false, Kind: not LimitKind.AtLeast };

    private static ClockState Facts(List<(CaseEvent Event, DateOnly On)> life, DateOnly day)
    {
        var versions = Versions(life);
        // A move to another definition sets the length from its own day on.
        var length = Versions(life.TakeWhile(x => x is not { Event: ClockMoved { Cause: ClockCause.Migration } } || x.On <= day))[^1];
        return versions[^1] with
        {
            Period = length.Period,
            Roll = length.Roll,
            LongRest = length.LongRest,
            Pauses = [.. versions[^1].Pauses.Where(p => p.From <= day).Select(p => p.To <= day ? p : Announced(versions, p))],
            Extensions = [.. versions[^1].Extensions.Where(e => e.GrantedOn <= day)],
            Status = ClockStatus.Running,
            Fired = [],
            AwaitsCalendar = false,
            EndedOn = Ended(life, day),
        };
    }

    private static List<ClockState> Versions(IEnumerable<(CaseEvent Event, DateOnly On)> life) =>
        [.. life.Select(x => ClockHistory.Version(x.Event)).OfType<ClockState>()];

    private static List<List<(CaseEvent Event, DateOnly On)>> Lives(IReadOnlyList<LedgerEntry> entries, string id)
    {
        var lives = new List<List<(CaseEvent Event, DateOnly On)>>();
        var events = entries.SelectMany(e => e.Events.Select(h => (Happened: h, On: e.Stamp.EffectiveOn)));
        foreach (var (happened, on) in events.Where(x => x.Happened is IOfClock of && of.Clock == id))
        {
            if (happened is ClockStarted)
                lives.Add([]);
            lives[^1].Add((happened, on));
        }

        return lives;
    }

    // A limit counted to or before a day stands on that day; it began when it was started.
    private static DateOnly Begins((CaseEvent Event, DateOnly On) start) =>
        ((ClockStarted)start.Event).Clock is { Kind: LimitKind.For or LimitKind.UpTo or LimitKind.AtLeast } clock
            ? clock.StartDay
            : start.On;

    // What a notice announced is known from its day on; what ended a pause only from the day it ended.
    private static Pause Announced(List<ClockState> versions, Pause pause)
    {
        var first = versions.SelectMany(v => v.Pauses).First(pause.IsSameAs);
        return pause with { To = first.To, ToAt = first.ToAt };
    }

    private static DateOnly? Ended(List<(CaseEvent Event, DateOnly On)> life, DateOnly day)
    {
        DateOnly? ended = null;
        foreach (var (happened, on) in life)
        {
            if (happened is ClockStopped stopped && stopped.On <= day)
                ended = stopped.On;
            if (happened is ClockMoved { Cause: ClockCause.Reopened } && on <= day)
                ended = null;
        }

        return ended;
    }
}

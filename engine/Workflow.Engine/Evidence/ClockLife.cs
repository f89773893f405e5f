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
    internal static ClockState? On(CaseDefinitions definitions, IReadOnlyList<LedgerEntry> entries, string id, WorkCalendar calendar, DateOnly day)
    {
        var lives = Lives(entries, id).Where(l => Begins(l[0]) <= day).ToList();
        if (lives.Count == 0) return null;
        var versions = lives[^1].Select(x => Version(x.Event)).OfType<ClockState>().ToList();
        var (last, length) = (versions[^1], lives[^1].TakeWhile(x => x is not { Event: ClockMoved { Cause: ClockCause.Migration } } || x.On <= day).Select(x => Version(x.Event)).OfType<ClockState>().Last());
        var facts = last with
        {
            Period = length.Period,
            Roll = length.Roll,
            Pauses = [.. last.Pauses.Where(p => p.From <= day).Select(p => p.To <= day ? p : Announced(versions, p))],
            Extensions = [.. last.Extensions.Where(e => e.GrantedOn <= day)],
            Status = ClockStatus.Running,
            Fired = [],
            AwaitsCalendar = false,
            EndedOn = Ended(lives[^1], day),
        };
        var drawn = ClockConclusions.Draw(facts, definitions.Rule(facts), calendar);
        return drawn.EndedOn is null ? drawn : drawn with { Status = ClockStatus.Stopped, FiresAt = null, Left = null };
    }

    /// <summary>Returns an office's own budget ending with the nearest clock of the case.</summary>
    internal static ClockState Clamped(PublishedProcess process, ClockState clock, List<ClockState> all, WorkCalendar calendar)
    {
        if (!clock.IsOpen || !ClockRules.IsOwnBudget(process, clock)) return clock;
        var nearest = all.Where(c => c.IsOfCase && c.IsOpen && !c.IsPaused && c.Kind != LimitKind.AtLeast && c.DueAt > clock.StartAt).MinBy(c => c.DueAt);
        return nearest is not null && nearest.DueAt < clock.DueAt ? ClockConclusions.Clamp(clock, nearest, ClockRules.Of(process, clock), calendar) : clock;
    }

    /// <summary>Returns an open clock whose last day is past as overdue, or as elapsed where its rule runs an outcome.</summary>
    internal static ClockState Judged(PublishedProcess process, ClockState clock, DateOnly day)
    {
        if (!clock.IsOpen || clock.IsPaused || day <= clock.DueOn) return clock with { FiresAt = null };
        if (ClockRules.Of(process, clock).OnExpiry is null) return clock with { Status = ClockStatus.Overdue, FiresAt = null };
        return clock.Provisional ? clock with { AwaitsCalendar = true, FiresAt = null } : clock with { Status = ClockStatus.Elapsed, EndedOn = clock.DueOn, FiresAt = null };
    }

    private static List<List<(CaseEvent Event, DateOnly On)>> Lives(IReadOnlyList<LedgerEntry> entries, string id)
    {
        var lives = new List<List<(CaseEvent Event, DateOnly On)>>();
        foreach (var (happened, on) in entries.SelectMany(e => e.Events.Select(h => (h, e.Stamp.EffectiveOn))).Where(x => Of(x.h) == id))
        {
            if (happened is ClockStarted) lives.Add([]);
            lives[^1].Add((happened, on));
        }

        return lives;
    }

    // A limit counted to or before a day stands on that day; it began when it was started.
    private static DateOnly Begins((CaseEvent Event, DateOnly On) start) =>
        ((ClockStarted)start.Event).Clock is { Kind: LimitKind.For or LimitKind.UpTo or LimitKind.AtLeast } clock ? clock.StartDay : start.On;

    // What a notice announced is known from its day on; what ended a pause only from the day it ended.
    private static Pause Announced(List<ClockState> versions, Pause pause)
    {
        var first = versions.SelectMany(v => v.Pauses).First(p => p.IsSameAs(pause));
        return pause with { To = first.To, ToAt = first.ToAt };
    }

    private static DateOnly? Ended(List<(CaseEvent Event, DateOnly On)> life, DateOnly day) => life.Aggregate((DateOnly?)null, (ended, x) => x switch
    {
        { Event: ClockStopped s } when s.On <= day => s.On,
        { Event: ClockMoved { Cause: ClockCause.Reopened } } when x.On <= day => null,
        _ => ended,
    });

    private static ClockState? Version(CaseEvent happened) => happened switch
    {
        ClockStarted e => e.Clock,
        ClockMoved e => e.Clock,
        _ => null,
    };

    private static string? Of(CaseEvent happened) => happened switch
    {
        ClockStopped e => e.Clock,
        _ => Version(happened)?.Id,
    };
}

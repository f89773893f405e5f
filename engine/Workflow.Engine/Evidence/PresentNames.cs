using System.Diagnostics;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>Tells of a case's clocks under the names they have now: a move to another definition may have given them others.</summary>
internal static class PresentNames
{
    /// <summary>Returns the entries with every event of a clock under its present name; the same entries where nothing was renamed.</summary>
    internal static IReadOnlyList<LedgerEntry> Of(IReadOnlyList<LedgerEntry> entries)
    {
        if (!entries.SelectMany(e => e.Events).OfType<CaseMigrated>().Any(m => !m.Clocks.IsEmpty))
            return entries;
        var (moves, renamed) = (new List<CaseMigrated>(), new LedgerEntry[entries.Count]);
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            var events = entries[i].Events.ToBuilder();
            for (var place = events.Count - 1; place >= 0; place--)
            {
                if (events[place] is CaseMigrated move)
                    moves.Insert(0, move);
                else
                    events[place] = moves.Aggregate(events[place], Renamed);
            }

            renamed[i] = entries[i] with { Events = events.ToImmutable() };
        }

        return renamed;
    }

    private static CaseEvent Renamed(CaseEvent happened, CaseMigrated move) => happened is IOfClock ? OfClock(happened, move) : happened;

    private static CaseEvent OfClock(CaseEvent happened, CaseMigrated move) =>
        happened switch
        {
            ClockStarted e => e with { Clock = Renamed(e.Clock, move) },
            ClockMoved e => e with { Clock = Renamed(e.Clock, move) },
            ClockStopped e => e with { Clock = Id(e.Clock, move) },
            ClockExpired e => e with { Clock = Id(e.Clock, move) },
            ClockEscalated e => e with { Clock = Id(e.Clock, move) },
            ClockLifted e => e with { Clock = Id(e.Clock, move) },
            ClockAwaitsCalendar e => e with { Clock = Id(e.Clock, move) },
            _ => throw new UnreachableException($"No name for {happened.GetType().Name}."),
        };

    private static ClockState Renamed(ClockState clock, CaseMigrated move) =>
        Found(clock.Id, move) is { } now
            ? clock with
            {
                Id = now.Id,
                Rule = now.Rule,
                Step = now.Step,
                Pauses = [.. clock.Pauses.Select(p => Renamed(p, move))],
            }
            : clock;

    private static Pause Renamed(Pause pause, CaseMigrated move) =>
        pause with
        {
            Step = pause.Step is { } step ? move.Steps.GetValueOrDefault(step, step) : null,
        };

    private static string Id(string id, CaseMigrated move) => Found(id, move)?.Id ?? id;

    private static ClockState? Found(string id, CaseMigrated move) => move.Clocks.FirstOrDefault(c => c.Was == id)?.Clock;
}

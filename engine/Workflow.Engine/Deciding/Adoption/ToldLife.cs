using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>Lives the case again day by day, as it is told: structure, clocks, pauses and returns come of it by the rules that decide every case.</summary>
internal static class ToldLife
{
    internal static Refusal? Live(CaseTurn turn, AdoptCase command)
    {
        var told = new ToldFacts(command);
        if ((Days(turn, command) ?? ToldDay.Live(turn, told, command.LodgedOn, Begin)) is { } refusal) return refusal;
        var left = Things(command).OrderBy(t => t.On).ToList();
        while (true)
        {
            if (ToldPromises.RanOut(turn, left.Count == 0 ? turn.Stamp.RecordedAt : turn.Calendar.StartOf(left[0].On)) is var (promise, day))
            {
                if (ToldDay.Live(turn, told, day, t => ToldPromises.End(t, promise)) is { } stopped) return stopped;
                continue;
            }

            if (left.Count == 0) break;
            // Of one day nobody tells the order: what the structure makes possible comes first.
            var today = left.TakeWhile(t => t.On == left[0].On);
            var next = today.FirstOrDefault(t => t.MayHappen(turn)) ?? left[0];
            if (ToldDay.Live(turn, told, next.On, next.Happen) is { } wrong) return wrong;
            left.Remove(next);
        }

        return turn.State.Stage == CaseStage.Closed ? ToldActs.Ended(turn) : told.Strays();
    }

    private static Refusal? Begin(CaseTurn turn)
    {
        ClockKeeper.OnLodged(turn);
        return null;
    }

    private static IEnumerable<ToldThing> Things(AdoptCase command) =>
    [
        .. ToldPromises.Things(command),
        .. command.Acts.Select(a => new ToldThing(a.On, t => ToldActs.MayBeDone(t, a), t => ToldActs.Do(t, a))),
        .. command.Extensions.Select(x => new ToldThing(x.On, t => Runs(t, x.Clock), t => Extending.Told(t, new ExtendClock(x.Clock, x.By, x.Reasons), x.Approver))),
        .. command.Pauses.Select(p => new ToldThing(p.From, t => Runs(t, p.Clock), t => Pausing.Told(t, new PauseClock(p.Clock, p.Ground, p.Document, p.To)))),
    ];

    private static bool Runs(CaseLook look, string clock) => look.State.Clocks.GetValueOrDefault(clock) is { IsOpen: true };

    // Every day lies between the lodging there and today.
    private static Refusal? Days(CaseLook look, AdoptCase command)
    {
        var days = command.Acts.Select(a => (What: $"'{a.Step}'", a.On))
            .Concat(command.Opened.Select(o => ($"the opening of '{o.Key}'", o.Value)))
            .Concat(command.Moments.Select(m => ($"'{m.Key}'", m.Value)))
            .Concat(command.Documents.Where(d => d.On is not null).Select(d => ($"'{d.Document}'", d.On!.Value)))
            .Concat(command.Promises.SelectMany(p => new[] { ($"the promise of '{p.Material}'", p.On), ($"the receipt of '{p.Material}'", p.KeptOn ?? p.On) }))
            .Concat(command.Pauses.Select(p => ($"the pause of '{p.Clock}'", p.From)))
            .Concat(command.Extensions.Select(x => ($"the extension of '{x.Clock}'", x.On)));
        foreach (var (what, on) in days.Prepend(("the lodging", command.LodgedOn)))
            if (on > look.Today || on < command.LodgedOn || on.Year < EarliestYear)
                return new Refusal("adopt.day_out_of_bounds", $"Expected the day of {what} between {command.LodgedOn:yyyy-MM-dd}, the lodging, and {look.Today:yyyy-MM-dd}, but it is {on:yyyy-MM-dd}.");
        return null;
    }

    // Before it no calendar reckons.
    private const int EarliestYear = 1900;
}

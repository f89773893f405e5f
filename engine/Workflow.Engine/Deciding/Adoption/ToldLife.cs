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
        if ((ToldDays.Check(turn, command) ?? ToldDay.Live(turn, told, command.LodgedOn, Begin)) is { } refusal)
            return refusal;
        var left = Things(command).OrderBy(t => t.On).ToList();
        while (Next(turn, left) is { } next)
        {
            if (ToldDay.Live(turn, told, next.On, next.Happen) is { } wrong)
                return wrong;
            left.Remove(next);
        }

        return turn.State.Stage == CaseStage.Closed ? ToldActs.Ended(turn) : told.Strays(turn);
    }

    // A promise whose last day is past is found unkept first. Of one day nobody tells the order: what the structure makes possible comes first.
    private static ToldThing? Next(CaseTurn turn, List<ToldThing> left)
    {
        var until = left.Count == 0 ? turn.Stamp.RecordedAt : turn.Calendar.StartOf(left[0].On);
        if (ToldPromises.RanOut(turn, until) is { } ranOut)
            return ranOut;
        return left.TakeWhile(t => t.On == left[0].On).FirstOrDefault(t => t.MayHappen(turn)) ?? left.FirstOrDefault();
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
            .. command.Extensions.Select(x => new ToldThing(x.On, t => Runs(t, x.Clock), t => Extend(t, x))),
            .. command.Pauses.Select(p => new ToldThing(p.From, t => Runs(t, p.Clock), t => Pause(t, p))),
        ];

    private static bool Runs(CaseLook look, string clock) => look.State.Clocks.GetValueOrDefault(clock) is { IsOpen: true };

    private static Refusal? Extend(CaseTurn turn, ToldExtension told) =>
        Extending.Told(turn, new ExtendClock(told.Clock, told.By, told.Reasons), told.Approver);

    private static Refusal? Pause(CaseTurn turn, ToldPause told) =>
        Pausing.Told(turn, new PauseClock(told.Clock, told.Ground, told.Document, told.To));
}

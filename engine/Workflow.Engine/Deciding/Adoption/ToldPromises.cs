using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Materials;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>Materials that were promised in another system: their clocks run here from the day of the promise, and what was not kept there is missing here.</summary>
internal static class ToldPromises
{
    internal static IEnumerable<ToldThing> Things(AdoptCase command)
    {
        foreach (var promise in command.Promises)
        {
            yield return new ToldThing(promise.On, _ => true, t => Promise(t, command, promise));
            if (promise.KeptOn is { } day)
                yield return new ToldThing(day, t => IsAwaited(t, promise.Material), t => Keep(t, promise.Material));
        }
    }

    /// <summary>Returns, for the day after a promise's last, that it is found unkept, where that day is past at a moment; null for none. The earliest comes first.</summary>
    internal static ToldThing? RanOut(CaseLook look, DateTimeOffset at) =>
        ClockKeeper.Open(look).Where(c => IsUnkept(c, at)).MinBy(c => c.DueAt) is { } clock
            ? new ToldThing(look.Calendar.DayOf(clock.DueAt), _ => true, t => End(t, clock))
            : null;

    private static bool IsUnkept(ClockState clock, DateTimeOffset at) =>
        clock is { Material: not null, Status: ClockStatus.Running, IsPaused: false } && clock.DueAt <= at;

    private static bool IsAwaited(CaseLook look, string material) => Standings.Of(look.State, material) != Standing.Received;

    private static Refusal? End(CaseTurn turn, ClockState clock)
    {
        Expiry.Overdue(turn, clock, ClockRules.Of(turn.Process, clock));
        return null;
    }

    private static Refusal? Promise(CaseTurn turn, AdoptCase command, ToldPromise told)
    {
        if (Checking.Find(turn, told.Material) is not { } material)
            return Checking.Unknown(turn, told.Material);
        if (Checking.Promise(turn, material, told.Document) is { } refusal)
            return refusal;
        if (told.KeptOn is null && command.Materials.Contains(told.Material))
            return AdoptRefusals.Promise(Naming.Material(material));
        Promising.Promise(turn, material, told.Document, null, new Act(turn.Stamp.Actor, turn.On));
        return null;
    }

    private static Refusal? Keep(CaseTurn turn, string material)
    {
        turn.Apply(new MaterialStood(material, Standing.Received, turn.On, turn.Stamp.Actor));
        return null;
    }
}

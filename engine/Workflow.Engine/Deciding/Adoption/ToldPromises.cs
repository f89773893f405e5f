using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Materials;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>Materials that were promised in another system: their clocks run here from the day of the promise, and what was not kept there is missing here.</summary>
internal static class ToldPromises
{
    internal static IEnumerable<ToldThing> Things(AdoptCase command)
    {
        foreach (var promise in command.Promises)
        {
            yield return new ToldThing(promise.On, _ => true, t => Promise(t, command, promise));
            if (promise.KeptOn is { } day) yield return new ToldThing(day, t => Standings.Of(t.State, promise.Material) != Standing.Received, t => Keep(t, promise.Material));
        }
    }

    /// <summary>Returns the day after a promise's last, where it is past at a moment and nobody kept it; null for none. The earliest comes first.</summary>
    internal static (ClockState Clock, DateOnly Day)? RanOut(CaseLook look, DateTimeOffset at) =>
        ClockKeeper.Open(look).Where(c => c is { Material: not null, Status: ClockStatus.Running, IsPaused: false } && c.DueAt <= at).OrderBy(c => c.DueAt).FirstOrDefault() is { } clock
            ? (clock, look.Calendar.DayOf(clock.DueAt))
            : null;

    /// <summary>Finds a promise unkept on the day after its last.</summary>
    internal static Refusal? End(CaseTurn turn, ClockState clock)
    {
        Expiry.Overdue(turn, clock, ClockRules.Of(turn.Process, clock));
        return null;
    }

    private static Refusal? Promise(CaseTurn turn, AdoptCase command, ToldPromise told)
    {
        if (Checking.Find(turn, told.Material) is not { } material) return Checking.Unknown(turn, told.Material);
        if (Checking.Promise(turn, material, told.Document) is { } refusal) return refusal;
        if (told.KeptOn is null && command.Materials.Contains(told.Material))
            return new Refusal("adopt.promise", $"Expected {Quoted.Material(material)} to be promised or received, but it is told to be both.", "tell the day on which it came, or take it from the materials");
        Promising.Promise(turn, material, told.Document, null, new Act(turn.Stamp.Actor, turn.On));
        return null;
    }

    private static Refusal? Keep(CaseTurn turn, string material)
    {
        ClockKeeper.OnPromiseEnded(turn, material, turn.On, "received");
        turn.Apply(new MaterialStood(material, Standing.Received, turn.On, turn.Stamp.Actor));
        return null;
    }
}

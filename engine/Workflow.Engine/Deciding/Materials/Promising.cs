using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Materials;

/// <summary>Accepting without a material on a written promise 容缺受理、告知承诺: the promise has a clock of its own.</summary>
internal static class Promising
{
    internal static void Promise(CaseTurn turn, Material material, string document, string? step, Act act)
    {
        var rule = material.Promise!.Clock;
        ClockKeeper.Begin(turn, rule, new ClockHome(Material: material.Id), act.On);
        var until = turn.State.Clocks[rule.Id].DueOn;
        var stood = new MaterialStood(material.Id, Standing.Promised, act.On, act.Actor);
        turn.Apply(stood with { Until = until, Document = document, Step = step });
    }

    /// <summary>Whether a promise outlasts the conclusion: one on which the decision itself stood.</summary>
    internal static bool Outlasts(CaseLook look, string material) =>
        Checking.Find(look, material)?.Promise is { Kind: PromiseKind.Instead };

    /// <summary>After the last day of a promise: it is missing, and a person is given the task to find what follows, where the definition names one.</summary>
    internal static void OnUnkept(CaseTurn turn, string material, ClockState clock)
    {
        turn.Apply(new MaterialStood(material, Standing.Missing, clock.DueOn, new RuleActor(clock.Rule)));
        if (Checking.Find(turn, material)?.Promise?.Opens is not { } step || !StepGuards.MayBeOpened(turn, step))
            return;
        Opening.Open(turn, turn.Process.Find(step)!, step);
    }

    /// <summary>After a promise that was kept in time but recorded late: the task to find what follows from breaking it has no ground any more.</summary>
    internal static void OnKept(CaseTurn turn, string material)
    {
        if (Checking.Find(turn, material)?.Promise is not { Opens: { } step, Clock.Id: var clock })
            return;
        if (!turn.Events.OfType<ClockLifted>().Any(e => ClockKey.Parse(e.Clock).Rule == clock) || AnyIsBroken(turn, step))
            return;
        if (turn.IsOpenAt(step))
            Withdrawal.Withdraw(turn, step, PutAside.PromiseKept, turn.Today);
    }

    // Another broken promise may need the same finding.
    private static bool AnyIsBroken(CaseLook look, string opens) =>
        look
            .State.Clocks.Values.Where(c => c is { Status: ClockStatus.Overdue, Material: not null })
            .Any(c => Checking.Find(look, c.Material!)?.Promise?.Opens == opens);

    private static bool IsPromisedAt(CaseLook look, string material, string step) =>
        Standings.Last(look.State, material) is { Standing: Standing.Promised } last && last.Step == step;

    /// <summary>After the act that took a promise was taken back: so is the promise.</summary>
    internal static void OnUndone(CaseTurn turn, string step)
    {
        foreach (var material in turn.Definition.Materials.Where(m => IsPromisedAt(turn, m.Id, step)))
            turn.Apply(new MaterialStood(material.Id, Standing.Missing, turn.On, turn.Stamp.Actor) { Step = step });
    }
}

using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>
/// A case and those it called. What a called case ends with goes to the run that called it and to no other; what nothing waits
/// for any more is told to terminate; and a case is concluded only when those it called are.
/// </summary>
internal static class Calling
{
    /// <summary>Opens the case that a step calls.</summary>
    internal static void Call(CaseTurn turn, CallNode node, string key, Lodge lodge)
    {
        var run = turn.State.Steps[key].Instance;
        turn.Apply(new CaseCalled(key, lodge with { Parent = new ParentLink(turn.State.Number, key) { Run = run == 1 ? null : run } }));
    }

    /// <summary>Whether a command is the end of a called case.</summary>
    internal static bool IsEnd(CaseLook look, Complete command) => look.Stamp.IsRule && look.Process.Find(command.Step) is CallNode;

    /// <summary>Takes the number of a called case; one that nothing waits for any more is told to terminate.</summary>
    internal static Refusal? Name(CaseTurn turn, NameCalled command)
    {
        if (!turn.Stamp.IsRule) return new Refusal("call.rule_only", $"Expected the called case to tell its number, but {turn.Stamp.Actor} is a person.");
        if (Find(turn, command.Step, command.Run) is not { Case: null } called) return Unknown(turn, command.Step, command.Run);
        turn.Apply(new CalledCaseNamed(command.Step, command.Run, command.Case));
        if (!called.Ended && !Waits(turn, command.Step, command.Run)) turn.Apply(new CallAbandoned(command.Step, command.Run, command.Case));
        return null;
    }

    /// <summary>Takes the end of a called case: as the outcome of the run that called it, for a person to decide, or as something nothing waits for.</summary>
    internal static Refusal? End(CaseTurn turn, Complete command)
    {
        var (node, run) = ((CallNode)turn.Process.Find(command.Step)!, command.Run ?? 1);
        if (Find(turn, command.Step, run) is not { Ended: false }) return Unknown(turn, command.Step, run);
        if (!Waits(turn, command.Step, run)) return Drop(turn, command, run);
        var (outcome, _) = Completion.Named(turn, node, command.Step, command.Outcome);
        if (outcome is null) return Ended(turn, command, run, CallUse.Unmapped, [Actors.Head(turn)]);
        if ((StepGuards.MayTake(turn, node, command.Step, outcome) ?? Completion.Lacks(turn, node, command, outcome)) is { } notNow) return notNow;
        Ended(turn, command, run, CallUse.Taken, []);
        Completion.Complete(turn, node, command.Step, outcome, Act.By(turn, command.Reasons));
        return null;
    }

    /// <summary>After the run of a step is over without its called case: that is told to terminate.</summary>
    internal static void OnEnded(CaseTurn turn, string key)
    {
        // Of a case that is taken over, what it had called ran elsewhere.
        if (turn.Told is null && turn.State.Steps.GetValueOrDefault(key) is { } step && Find(turn, key, step.Instance) is { Ended: false } called) turn.Apply(new CallAbandoned(key, step.Instance, called.Case));
    }

    /// <summary>Whether cases that it called still run, and it waits for them before it is concluded.</summary>
    internal static bool HoldConclusion(CaseTurn turn, string result)
    {
        ImmutableArray<string> running = [.. turn.State.Called.Where(c => !c.Ended).Select(c => c.Case).OfType<string>()];
        if (!running.IsEmpty) turn.Apply(new ConclusionAwaited(result, turn.On, running));
        return !running.IsEmpty;
    }

    /// <summary>Whether a command may be decided while a case waits for the end of those it called.</summary>
    internal static Refusal? MustGoOn(CaseLook look, CaseCommand command) =>
        look.State.Concluding is not { } result || command is ExpireClock or RederiveClocks or Comment or Attach ? null
            : new Refusal("case.concluding", $"Expected the work to go on, but {look.State.Number} is concluded ({result}) once what it called has ended: {string.Join(", ", look.State.Called.Where(c => !c.Ended).Select(c => c.Case))}.", "they have been told to terminate; look again shortly");

    private static Refusal? Drop(CaseTurn turn, Complete command, int run)
    {
        Ended(turn, command, run, CallUse.Dropped, []);
        if (turn.State.Concluding is { } result && turn.State.Called.All(c => c.Ended || c.Case is null)) Exits.Conclude(turn, result);
        return null;
    }

    private static Refusal? Ended(CaseTurn turn, Complete command, int run, CallUse use, ImmutableArray<Entitlement> entitled)
    {
        turn.Apply(new CallEnded(command.Step, run, command.Outcome, use, entitled));
        return null;
    }

    private static bool Waits(CaseLook look, string key, int run) =>
        look.State.Steps.GetValueOrDefault(key) is { Status: StepStatus.Open } step && step.Instance == run;

    private static CalledCase? Find(CaseLook look, string key, int run) => look.State.Called.FirstOrDefault(c => c.Step == key && c.Run == run);

    private static Refusal Unknown(CaseLook look, string key, int run) =>
        new("call.unknown", $"Expected a case that run {run} of {Quoted.Step(look, key)} called and that still runs, but there is none.");
}

using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>
/// A case and those it called. What a called case ends with goes to the run that called it and to no other; what nothing waits
/// for any more is told to terminate; and a case is concluded only when those it called are.
/// </summary>
internal static class Calling
{
    /// <summary>
    /// How many cases may lie one below the other. A permit project calls its stages, and these a survey or a review; a process that
    /// calls itself, which lint refuses, would make cases without end.
    /// </summary>
    private const int MostLevels = 8;

    internal static Operation Operation { get; } = Operation.Of<NameCalled>(Name);

    /// <summary>Opens the case that a step calls.</summary>
    internal static void Call(CaseTurn turn, CallNode node, string key, Lodge lodge)
    {
        var run = turn.State.Steps[key].Instance;
        var parent = new ParentLink(turn.State.Number, key) { Run = run == 1 ? null : run, Callers = Above(turn) };
        turn.Apply(new CaseCalled(key, lodge with { Parent = parent }));
    }

    /// <summary>Refuses a called case that lies too deep below the first.</summary>
    internal static Refusal? MayGoDown(CaseLook look, ParentLink? parent) =>
        parent is null || parent.Callers.Length < MostLevels
            ? null
            : CallRefusals.TooDeep(Naming.Process(look.Definition), MostLevels, [.. parent.Callers, parent.Case]);

    private static ImmutableArray<string> Above(CaseLook look) => look.State.Parent is { } parent ? [.. parent.Callers, parent.Case] : [];

    /// <summary>Whether a command is the end of a called case.</summary>
    internal static bool IsEnd(CaseLook look, CaseCommand command) =>
        look.Stamp.IsRule && command is Complete complete && look.Process.Find(complete.Step) is CallNode;

    /// <summary>Takes the number of a called case; one that nothing waits for any more is told to terminate.</summary>
    internal static Refusal? Name(CaseTurn turn, NameCalled command)
    {
        if (!turn.Stamp.IsRule)
            return CallRefusals.RuleOnly(Naming.Actor(turn));
        if (Find(turn, command.Step, command.Run) is not { Case: null } called)
            return Unknown(turn, command.Step, command.Run);
        turn.Apply(new CalledCaseNamed(command.Step, command.Run, command.Case));
        var isGivenUp = !called.Ended && !Waits(turn, command.Step, command.Run);
        if (isGivenUp)
            turn.Apply(new CallAbandoned(command.Step, command.Run, command.Case));
        return null;
    }

    /// <summary>Takes the end of a called case: as the outcome of the run that called it, for a person to decide, or as something nothing waits for.</summary>
    internal static Refusal? End(CaseTurn turn, Complete command)
    {
        var run = RunOf(command);
        if (Find(turn, command.Step, run) is not { Ended: false })
            return Unknown(turn, command.Step, run);
        if (!Waits(turn, command.Step, run))
            return Drop(turn, command);
        var node = (CallNode)turn.Process.Find(command.Step)!;
        return Completion.Named(turn, node, command.Step, command.Outcome).Outcome is { } outcome
            ? Take(turn, node, command, outcome)
            : Ended(turn, command, CallUse.Unmapped, [Actors.Head(turn)]);
    }

    private static Refusal? Take(CaseTurn turn, CallNode node, Complete command, OutcomeRule outcome)
    {
        var notNow = StepGuards.MayTake(turn, node, command.Step, outcome) ?? Completion.Lacks(turn, node, command, outcome);
        if (notNow is not null)
            return notNow;
        Ended(turn, command, CallUse.Taken, []);
        Completion.Complete(turn, node, command.Step, outcome, Act.By(turn, command.Reasons));
        return null;
    }

    /// <summary>After the run of a step is over without its called case: that is told to terminate.</summary>
    internal static void OnEnded(CaseTurn turn, string key)
    {
        // The cases called by an adopted case ran in the other system.
        if (turn.Told is not null || turn.Run(key) is not { } step)
            return;
        if (Find(turn, key, step.Instance) is { Ended: false } called)
            turn.Apply(new CallAbandoned(key, step.Instance, called.Case));
    }

    /// <summary>Whether cases that it called still run, and it waits for them before it is concluded.</summary>
    internal static bool HoldConclusion(CaseTurn turn, string result)
    {
        var running = Running(turn);
        if (!running.IsEmpty)
            turn.Apply(new ConclusionAwaited(result, turn.On, running));
        return !running.IsEmpty;
    }

    /// <summary>Whether a command may be decided while a case waits for the end of those it called.</summary>
    internal static Refusal? MustGoOn(CaseLook look, CaseCommand command) =>
        look.State.Concluding is { } result && command is not IWhileConcluding
            ? CallRefusals.Concluding(look.State.Number, Naming.End(look.Definition, result), Running(look))
            : null;

    private static ImmutableArray<string> Running(CaseLook look) =>
        [.. look.State.Called.Where(c => !c.Ended).Select(c => c.Case).OfType<string>()];

    private static int RunOf(Complete command) => command.Run ?? 1;

    private static Refusal? Drop(CaseTurn turn, Complete command)
    {
        Ended(turn, command, CallUse.Dropped, []);
        if (turn.State.Concluding is { } result && turn.State.Called.All(c => c.Ended || c.Case is null))
            Exits.Conclude(turn, result);
        return null;
    }

    private static Refusal? Ended(CaseTurn turn, Complete command, CallUse use, ImmutableArray<Entitlement> entitled)
    {
        turn.Apply(new CallEnded(command.Step, RunOf(command), command.Outcome, use, entitled));
        return null;
    }

    private static bool Waits(CaseLook look, string key, int run) =>
        look.Run(key) is { Status: StepStatus.Open } step && step.Instance == run;

    private static CalledCase? Find(CaseLook look, string key, int run) =>
        look.State.Called.FirstOrDefault(c => c.Step == key && c.Run == run);

    private static Refusal Unknown(CaseLook look, string key, int run) => CallRefusals.Unknown(Naming.Step(look, key), run);
}

using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding;

/// <summary>The last of what an operation builds on. Each operation says in its own file which it is.</summary>
/// <param name="Day">Its effective day.</param>
/// <param name="What">What took effect then.</param>
internal sealed record BuiltOn(DateOnly Day, Message What)
{
    /// <summary>Refuses an effective day before what a command builds on. Pauses compare with the start of their clock, for cases of other systems too.</summary>
    internal static Refusal? Check(CaseLook look, CaseCommand command) =>
        Operations.Of(command).BuiltOn?.Invoke(look, command) is { } built && look.On < built.Day
            ? CaseRefusals.BeforeWhatItBuildsOn(built.Day, built.What, look.On)
            : null;

    /// <summary>The later of two; null for neither.</summary>
    internal static BuiltOn? Latest(BuiltOn? one, BuiltOn? other) => one is null || other?.Day > one.Day ? other : one;

    /// <summary>The day on which a step became possible. An any-time step that nobody has opened yet builds on the step around it.</summary>
    internal static BuiltOn? Opened(CaseLook look, string key) =>
        Current(look, key) is { } step ? Possible(look, step)
        : look.Process.PlaceOf(key) is { AnyTime: true, Owner: { } owner } ? Opened(look, owner.Node.Id)
        : null;

    /// <summary>The last act within the run of a step.</summary>
    internal static BuiltOn? Run(CaseLook look, string key) =>
        Current(look, key) is { } step && WorkDays.Last(step) is var day && day != step.Since
            ? new BuiltOn(day, CaseRefusals.ActedAt(Naming.Step(look, key)))
            : Opened(look, key);

    /// <summary>What an answer builds on: where answers are given in order, or one comes last of all, the answers before.</summary>
    internal static BuiltOn? Voting(CaseLook look, Answer command)
    {
        if (look.State.Steps.GetValueOrDefault(command.Step) is not { } joint)
            return null;
        return BuildsOnOthers(look, command.Step) ? Run(look, command.Step) : Possible(look, joint);
    }

    /// <summary>The request that is meant, and the proposal where it waits for that.</summary>
    internal static BuiltOn? Asked(CaseLook look, string key, Func<SideTask, bool> which)
    {
        if (Current(look, key) is not { } step)
            return null;
        var asked = step.Sides.Where(t => t.Recalled is null && which(t)).ToList();
        if (asked.Count == 0)
            return Opened(look, key);
        var request = new BuiltOn(asked.Max(t => t.On), CaseRefusals.AskedAt(Naming.Step(look, key)));
        return asked.Exists(t => t.Kind == SideKind.After) && step.Proposed?.On is { } day
            ? Latest(request, new BuiltOn(day, CaseRefusals.ProposedAt(Naming.Step(look, key))))
            : request;
    }

    /// <summary>What is taken back: the outcome, or the actor's answer.</summary>
    internal static BuiltOn? Taken(CaseLook look, TakeBack command)
    {
        if (Current(look, command.Step) is not { } step)
            return Completed(look, command.Step);
        var mine = step
            .Answers.Where(a => Visitors.IsDoer(look, a.By))
            .Where(a => command.Participant is null || a.Participant == command.Participant)
            .ToList();
        return mine.Count == 0 ? null : new BuiltOn(mine.Max(a => a.On), CaseRefusals.AnsweredAt(Naming.Step(look, command.Step)));
    }

    /// <summary>The outcome of a step.</summary>
    internal static BuiltOn? Completed(CaseLook look, string key) =>
        look.State.Steps.GetValueOrDefault(key)?.Completed is { } done
            ? new BuiltOn(done.On, CaseRefusals.CompletedAt(Naming.Step(look, key)))
            : null;

    /// <summary>What was last told of a material. What a rule found by silence is what an act in time undoes.</summary>
    internal static BuiltOn? Stood(CaseLook look, string material) =>
        look.State.Standings.LastOrDefault(s => s.Material == material && s.By is not RuleActor) is { } stood
            ? new BuiltOn(stood.On, CaseRefusals.MaterialStood(Naming.Material(look, material)))
            : null;

    /// <summary>The suspension.</summary>
    internal static BuiltOn? Suspended(CaseLook look) =>
        look.State.Suspended is { } since ? new BuiltOn(since.On, CaseRefusals.WasSuspended(since.Document)) : null;

    /// <summary>The conclusion.</summary>
    internal static BuiltOn? Conclusion(CaseLook look) =>
        look.State.ConcludedOn is { } day ? new BuiltOn(day, CaseRefusals.WasConcluded()) : null;

    /// <summary>Everything that was done in the case.</summary>
    internal static BuiltOn? Whole(CaseLook look) =>
        Latest(Runs(look.State.Superseded.Concat(look.State.Steps.Values), CaseRefusals.ActedInCase()), Suspended(look));

    /// <summary>The last act in some runs.</summary>
    internal static BuiltOn? Runs(IEnumerable<StepState> runs, Message what) =>
        WorkDays.Last(runs) is { } day ? new BuiltOn(day, what) : null;

    private static StepState? Current(CaseLook look, string key) =>
        look.State.Steps.GetValueOrDefault(key) is { Status: StepStatus.Open } open ? open : null;

    private static BuiltOn Possible(CaseLook look, StepState step) =>
        new(step.Since, CaseRefusals.BecamePossible(Naming.Step(look, step.Key)));

    private static bool BuildsOnOthers(CaseLook look, string key)
    {
        if (look.Process.Find(key) is not JointNode { Vote: var vote } || Current(look, key) is not { } step)
            return false;
        var holders = Turns.Holders(look.Process, step).ToList();
        return holders.Exists(e => Actors.Admitted(look, e))
            && (vote.InOrder || vote.SpeaksLast is { } last && holders.TrueForAll(e => e.Key == last));
    }
}

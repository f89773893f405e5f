using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding;

/// <summary>The last of what an operation builds on.</summary>
/// <param name="Day">Its effective day.</param>
/// <param name="Words">What took effect then, as it follows “on which”.</param>
internal sealed record BuiltOn(DateOnly Day, string Words)
{
    /// <summary>Refuses an effective day before what a command builds on. Pauses compare with the start of their clock, for cases of other systems too.</summary>
    internal static Refusal? Check(CaseTurn turn, CaseCommand command) =>
        Of(turn, command) is { } built && turn.On < built.Day
            ? new Refusal("case.effective_too_early", $"Expected an effective day not before {built.Day:yyyy-MM-dd}, on which {built.Words}, but it is {turn.On:yyyy-MM-dd}.")
            : null;

    private static BuiltOn? Of(CaseTurn turn, CaseCommand command) => command switch
    {
        Complete c => Run(turn, c.Step),
        Answer c => Voting(turn, c),
        Reply c => Asked(turn, c.Step, t => (c.Number is null || t.Number == c.Number) && Actors.Admitted(turn, t.Who)),
        Recall c => Asked(turn, c.Step, t => t.Number == c.Number),
        RemoveSigner c => Asked(turn, c.Step, t => t.Who.Person == c.Person),
        Return c => Latest(Opened(turn, c.From), c.Then == ReturnMode.StraightBack || turn.Process.PlaceOf(c.To) is null ? null : Runs(Supersession.Between(turn, c.To).Select(k => turn.State.Steps[k]), "somebody acted last at what runs again")),
        TakeBack c => Taken(turn, c),
        Redraw c => Completed(turn, c.Step),
        Claim c => Opened(turn, c.Step),
        Release c => Opened(turn, c.Step),
        AddSigner c => Opened(turn, c.Step),
        Transfer c => Opened(turn, c.Step),
        Entrust c => Opened(turn, c.Step),
        Consult c => Opened(turn, c.Step),
        SealLots c => Opened(turn, c.Step),
        Open c => Opened(turn, c.Step),
        ReceiveMaterial c => Stood(turn, c.Material),
        ShareMaterial c => Stood(turn, c.Material),
        ReturnMaterial c => Stood(turn, c.Material),
        ExtendClock c when turn.State.Clocks.GetValueOrDefault(c.Clock) is { Kind: not (LimitKind.Before or LimitKind.At) } clock => new BuiltOn(clock.StartDay, $"'{clock.Id}' started"),
        CorrectSilence c when turn.State.Clocks.GetValueOrDefault(c.Clock)?.EndedOn is { } ended => new BuiltOn(ended, $"'{c.Clock}' ended"),
        _ => Whole(turn, command),
    };

    // What is done with the case as a whole.
    private static BuiltOn? Whole(CaseTurn turn, CaseCommand command) => command switch
    {
        Jump c when turn.Process.PlaceOf(c.To) is { } place => Runs(Inside(turn, place.List.TakeWhile(n => n.Id != c.To)), "somebody acted last before it"),
        RevokeCase or ReopenCase => turn.State.ConcludedOn is { } day ? new BuiltOn(day, "the case was concluded") : null,
        ResumeCase => Suspended(turn),
        SuspendCase or Terminate or CancelCase or MigrateCase => Latest(Runs(turn.State.Superseded.Concat(turn.State.Steps.Values), "somebody acted last in the case"), Suspended(turn)),
        _ => null,
    };

    private static BuiltOn? Latest(BuiltOn? one, BuiltOn? other) => one is null || other?.Day > one.Day ? other : one;

    private static StepState? Current(CaseTurn turn, string key) => turn.State.Steps.GetValueOrDefault(key) is { Status: StepStatus.Open } open ? open : null;

    // An any-time step that nobody has opened yet builds on the step around it.
    private static BuiltOn? Opened(CaseTurn turn, string key) =>
        Current(turn, key) is { } step ? new BuiltOn(step.Since, $"{Naming.Step(turn, key)} became possible")
        : turn.Process.PlaceOf(key) is { AnyTime: true, Owner: { } owner } ? Opened(turn, owner.Node.Id)
        : null;

    private static BuiltOn? Run(CaseTurn turn, string key)
    {
        if (Current(turn, key) is not { } step || WorkDays.Last(step) is var day && day == step.Since) return Opened(turn, key);
        return new BuiltOn(day, $"somebody acted last at {Naming.Step(turn, key)}");
    }

    // Who answers in order, or last of all, builds on the answers before.
    private static BuiltOn? Voting(CaseTurn turn, Answer command) =>
        turn.Process.Find(command.Step) is JointNode { Vote: var vote } && Current(turn, command.Step) is { } step
            && Turns.Holders(turn.Process, step).Any(e => Actors.Admitted(turn, e)) && (vote.InOrder || (vote.SpeaksLast is { } last && Turns.Holders(turn.Process, step).All(e => e.Key == last)))
            ? Run(turn, command.Step)
            : turn.State.Steps.GetValueOrDefault(command.Step) is { } joint ? new BuiltOn(joint.Since, $"{Naming.Step(turn, command.Step)} became possible") : null;

    private static BuiltOn? Asked(CaseTurn turn, string key, Func<SideTask, bool> which)
    {
        if (Current(turn, key) is not { } step) return null;
        var asked = step.Sides.Where(t => t.Recalled is null && which(t)).ToList();
        if (asked.Count == 0) return Opened(turn, key);
        var request = new BuiltOn(asked.Max(t => t.On), $"it was asked for at {Naming.Step(turn, key)}");
        return asked.Exists(t => t.Kind == SideKind.After) && step.Proposed?.On is { } day ? Latest(request, new BuiltOn(day, $"the outcome of {Naming.Step(turn, key)} was proposed")) : request;
    }

    private static BuiltOn? Taken(CaseTurn turn, TakeBack command)
    {
        if (Current(turn, command.Step) is not { } step) return Completed(turn, command.Step);
        var mine = step.Answers.Where(a => (a.By == turn.Stamp.Actor || a.By == turn.Stamp.For) && (command.Participant is null || a.Participant == command.Participant)).ToList();
        return mine.Count == 0 ? null : new BuiltOn(mine.Max(a => a.On), $"it was answered at {Naming.Step(turn, command.Step)}");
    }

    private static BuiltOn? Completed(CaseTurn turn, string key) =>
        turn.State.Steps.GetValueOrDefault(key)?.Completed is { } done ? new BuiltOn(done.On, $"{Naming.Step(turn, key)} had its outcome") : null;

    // What a rule found by silence is what an act in time undoes.
    private static BuiltOn? Stood(CaseTurn turn, string material) =>
        turn.State.Standings.LastOrDefault(s => s.Material == material && !Stamp.NamesRule(s.By)) is { } stood ? new BuiltOn(stood.On, $"'{material}' was spoken of last") : null;

    private static BuiltOn? Suspended(CaseTurn turn) => turn.State.Suspended is { } since ? new BuiltOn(since.On, $"the work was suspended ({since.Document})") : null;

    private static BuiltOn? Runs(IEnumerable<StepState> runs, string words) => WorkDays.Last(runs) is { } day ? new BuiltOn(day, words) : null;

    private static IEnumerable<StepState> Inside(CaseTurn turn, IEnumerable<Node> nodes)
    {
        var ids = Outline.All(nodes).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return turn.State.Steps.Values.Where(s => ids.Contains(PublishedProcess.IdOf(s.Key)));
    }
}

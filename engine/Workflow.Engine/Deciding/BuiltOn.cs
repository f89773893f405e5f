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
    internal static Refusal? Check(CaseLook look, CaseCommand command) =>
        Of(look, command) is { } built && look.On < built.Day
            ? new Refusal("case.effective_too_early", $"Expected an effective day not before {built.Day:yyyy-MM-dd}, on which {built.Words}, but it is {look.On:yyyy-MM-dd}.")
            : null;

    private static BuiltOn? Of(CaseLook look, CaseCommand command) => command switch
    {
        Complete c => Run(look, c.Step),
        Answer c => Voting(look, c),
        Reply c => Asked(look, c.Step, t => (c.Number is null || t.Number == c.Number) && Actors.Admitted(look, t.Who)),
        Recall c => Asked(look, c.Step, t => t.Number == c.Number),
        RemoveSigner c => Asked(look, c.Step, t => t.Who.Person == c.Person),
        Return c => Latest(Opened(look, c.From), c.Then == ReturnMode.StraightBack || look.Process.PlaceOf(c.To) is null ? null : Runs(Supersession.Between(look, c.To).Select(k => look.State.Steps[k]), "somebody acted last at what runs again")),
        TakeBack c => Taken(look, c),
        Redraw c => Completed(look, c.Step),
        Claim c => Opened(look, c.Step),
        Release c => Opened(look, c.Step),
        AddSigner c => Opened(look, c.Step),
        Transfer c => Opened(look, c.Step),
        Entrust c => Opened(look, c.Step),
        Consult c => Opened(look, c.Step),
        SealLots c => Opened(look, c.Step),
        Open c => Opened(look, c.Step),
        ReceiveMaterial c => Stood(look, c.Material),
        ShareMaterial c => Stood(look, c.Material),
        ReturnMaterial c => Stood(look, c.Material),
        ExtendClock c when look.State.Clocks.GetValueOrDefault(c.Clock) is { Kind: not (LimitKind.Before or LimitKind.At) } clock => new BuiltOn(clock.StartDay, $"'{clock.Id}' started"),
        CorrectSilence c when look.State.Clocks.GetValueOrDefault(c.Clock)?.EndedOn is { } ended => new BuiltOn(ended, $"'{c.Clock}' ended"),
        _ => Whole(look, command),
    };

    // What is done with the case as a whole.
    private static BuiltOn? Whole(CaseLook look, CaseCommand command) => command switch
    {
        Jump c when look.Process.PlaceOf(c.To) is { } place => Runs(Inside(look, place.List.TakeWhile(n => n.Id != c.To)), "somebody acted last before it"),
        RevokeCase or ReopenCase => look.State.ConcludedOn is { } day ? new BuiltOn(day, "the case was concluded") : null,
        ResumeCase => Suspended(look),
        SuspendCase or Terminate or CancelCase or MigrateCase => Latest(Runs(look.State.Superseded.Concat(look.State.Steps.Values), "somebody acted last in the case"), Suspended(look)),
        _ => null,
    };

    private static BuiltOn? Latest(BuiltOn? one, BuiltOn? other) => one is null || other?.Day > one.Day ? other : one;

    private static StepState? Current(CaseLook look, string key) => look.State.Steps.GetValueOrDefault(key) is { Status: StepStatus.Open } open ? open : null;

    // An any-time step that nobody has opened yet builds on the step around it.
    private static BuiltOn? Opened(CaseLook look, string key) =>
        Current(look, key) is { } step ? new BuiltOn(step.Since, $"{Quoted.Step(look, key)} became possible")
        : look.Process.PlaceOf(key) is { AnyTime: true, Owner: { } owner } ? Opened(look, owner.Node.Id)
        : null;

    private static BuiltOn? Run(CaseLook look, string key)
    {
        if (Current(look, key) is not { } step || WorkDays.Last(step) is var day && day == step.Since) return Opened(look, key);
        return new BuiltOn(day, $"somebody acted last at {Quoted.Step(look, key)}");
    }

    // Who answers in order, or last of all, builds on the answers before.
    private static BuiltOn? Voting(CaseLook look, Answer command) =>
        look.Process.Find(command.Step) is JointNode { Vote: var vote } && Current(look, command.Step) is { } step
            && Turns.Holders(look.Process, step).Any(e => Actors.Admitted(look, e)) && (vote.InOrder || (vote.SpeaksLast is { } last && Turns.Holders(look.Process, step).All(e => e.Key == last)))
            ? Run(look, command.Step)
            : look.State.Steps.GetValueOrDefault(command.Step) is { } joint ? new BuiltOn(joint.Since, $"{Quoted.Step(look, command.Step)} became possible") : null;

    private static BuiltOn? Asked(CaseLook look, string key, Func<SideTask, bool> which)
    {
        if (Current(look, key) is not { } step) return null;
        var asked = step.Sides.Where(t => t.Recalled is null && which(t)).ToList();
        if (asked.Count == 0) return Opened(look, key);
        var request = new BuiltOn(asked.Max(t => t.On), $"it was asked for at {Quoted.Step(look, key)}");
        return asked.Exists(t => t.Kind == SideKind.After) && step.Proposed?.On is { } day ? Latest(request, new BuiltOn(day, $"the outcome of {Quoted.Step(look, key)} was proposed")) : request;
    }

    private static BuiltOn? Taken(CaseLook look, TakeBack command)
    {
        if (Current(look, command.Step) is not { } step) return Completed(look, command.Step);
        var mine = step.Answers.Where(a => (a.By == look.Stamp.Actor || a.By == look.Stamp.For) && (command.Participant is null || a.Participant == command.Participant)).ToList();
        return mine.Count == 0 ? null : new BuiltOn(mine.Max(a => a.On), $"it was answered at {Quoted.Step(look, command.Step)}");
    }

    private static BuiltOn? Completed(CaseLook look, string key) =>
        look.State.Steps.GetValueOrDefault(key)?.Completed is { } done ? new BuiltOn(done.On, $"{Quoted.Step(look, key)} had its outcome") : null;

    // What a rule found by silence is what an act in time undoes.
    private static BuiltOn? Stood(CaseLook look, string material) =>
        look.State.Standings.LastOrDefault(s => s.Material == material && !Stamp.NamesRule(s.By)) is { } stood ? new BuiltOn(stood.On, $"'{material}' was spoken of last") : null;

    private static BuiltOn? Suspended(CaseLook look) => look.State.Suspended is { } since ? new BuiltOn(since.On, $"the work was suspended ({since.Document})") : null;

    private static BuiltOn? Runs(IEnumerable<StepState> runs, string words) => WorkDays.Last(runs) is { } day ? new BuiltOn(day, words) : null;

    private static IEnumerable<StepState> Inside(CaseLook look, IEnumerable<Node> nodes)
    {
        var ids = Outline.All(nodes).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return look.State.Steps.Values.Where(s => ids.Contains(PublishedProcess.IdOf(s.Key)));
    }
}

using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Deciding.People;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>What must hold before somebody may act at a step. Deciding and the list of allowed actions use the same guards.</summary>
internal static class StepGuards
{
    /// <summary>Finds an open step to act on; an any-time step that may be opened counts as one.</summary>
    internal static Refusal? MustBeOpen(CaseLook look, string key)
    {
        if (look.Process.PlaceOf(key) is not { Node: WorkNode node } place)
            return new Refusal("step.unknown", $"Expected a step of {Quoted.Process(look.Definition)}, but there is no '{key}'.");
        if (look.State.Suspended is { } suspended && !look.Stamp.IsRule)
            return new Refusal("case.suspended", $"Expected the work to go on, but it is suspended since {suspended.On:yyyy-MM-dd} ({suspended.Document}).", "let it be resumed first; clocks run on");
        var step = look.State.Steps.GetValueOrDefault(key);
        if (step?.Status == StepStatus.Open) return node.IsWhole(key) ? Rows(key) : null;
        if (place.AnyTime && step?.Status is not StepStatus.Following) return MayBeOpened(look, place);
        return step switch
        {
            { Completed: not null } when Silence.TookEffect(look, key) is { } late => late,
            { Completed: { } done } when Silence.Ended(look, step) is { } clock =>
                new Refusal("clock.already_took_effect", $"Expected {Quoted.Step(look, key)} to be open, but its period ended on {clock.DueOn:yyyy-MM-dd} and {done.Outcome} took effect by rule.", "an authorised correction must cite the document"),
            { Status: StepStatus.Skipped } => new Refusal("step.not_open", $"Expected {Quoted.Step(look, key)} to be open, but it did not apply."),
            { Outcome: { } outcome } => new Refusal("step.not_open", $"Expected {Quoted.Step(look, key)} to be open, but it is finished: {outcome}."),
            _ => new Refusal("step.not_open", $"Expected {Quoted.Step(look, key)} to be open, but it is not."),
        };
    }

    /// <summary>Whether the actor may act at an open step now.</summary>
    internal static Refusal? MustBeYours(CaseLook look, string key)
    {
        var entitled = Who(look, key);
        if (look.Stamp.IsRule) return RuleMayAct(look, key);
        if (Actors.Principal(look) is null) return Actors.Unknown(look.Stamp.For ?? look.Stamp.Actor);
        if (!entitled.Any(e => Actors.Admitted(look, e)))
            return Silence.TookEffect(look, key) ?? GivenToAnother(look, key, entitled) ?? new Refusal("step.not_yours", $"Expected {Whom(look, key, entitled)} to act at {Quoted.Step(look, key)}, but {look.Stamp.Actor} is not.");
        if (look.State.Steps.GetValueOrDefault(key)?.ClaimedBy is { } holder && holder != look.Stamp.Actor && holder != look.Stamp.For)
            return new Refusal("step.claimed", $"Expected {Quoted.Step(look, key)} to be free, but {holder} has claimed it.", "ask them to release it");
        return Held(look, key) ?? (look.Process.Find(key) is WorkNode node ? Actors.Separation(look, node, []) : null);
    }

    // Of an answer that a rule gave to a colleague the post knows who holds it, as with a claimed step.
    private static Refusal? GivenToAnother(CaseLook look, string key, IReadOnlyList<Entitlement> entitled) =>
        look.State.Steps.GetValueOrDefault(key)?.Chosen is { IsEmpty: false } chosen
        && entitled.FirstOrDefault(e => chosen.Any(c => c.Participant == e.Key && c.Person == e.Person) && Actors.Admitted(look, e with { Person = null })) is { } held
            ? new Refusal("step.claimed", $"Expected the answer of {held.Key} at {Quoted.Step(look, key)} to be free, but {held.Person} has it.", "ask them to release it")
            : null;

    /// <summary>Whether an outcome may be taken now, payload aside.</summary>
    internal static Refusal? MayTake(CaseLook look, WorkNode node, string key, OutcomeRule outcome) =>
        Signing.MayFinish(look, key) ?? Allowed(look, node, key, outcome) ?? (node is DrawNode draw ? Revealing.MayDraw(look, draw, key) : null);

    /// <summary>Whether an outcome is allowed by its rule, whoever takes it.</summary>
    internal static Refusal? Allowed(CaseLook look, WorkNode node, string key, OutcomeRule outcome)
    {
        if (!Evaluation.IsTrue(outcome.AllowedWhen, look.Values))
            return new Refusal("step.outcome_not_allowed", $"Expected the condition of {outcome.Title} at {Quoted.Step(look, key)} to hold, but it does not.");
        if (outcome.AtMost is { } most && Taken(look.State, key, outcome.Id) >= most)
            return new Refusal("step.outcome_used_up", $"Expected {outcome.Title} at {Quoted.Step(look, key)} at most {most} time(s), but it was taken {most} time(s) already{Under(node, outcome)}.");
        if (outcome.Exit is BackExit { AtMost: { } backs, Otherwise: null } && look.State.Backs.GetValueOrDefault($"{key}.{outcome.Id}") >= backs)
            return new Refusal("step.outcome_used_up", $"Expected {outcome.Title} at {Quoted.Step(look, key)} to go back at most {backs} time(s), but it did so {backs} time(s) already.");
        if (outcome.Exit is BackExit back && Serving.StandsInTheWay(look, Supersession.Between(look, back.To), back.To) is { } served) return served;
        if (node.Needs.FirstOrDefault(n => !Holds(look, n)) is { } need)
            return new Refusal("step.needs", $"Expected {Words(need)} before {Quoted.Step(look, key)} is finished, but it does not exist yet.", "wait for the office that makes it");
        return Floor(look, key);
    }

    /// <summary>Who may act at a step: as recorded when it opened, or as it would open.</summary>
    internal static IReadOnlyList<Entitlement> Who(CaseLook look, string key) =>
        look.State.Steps.GetValueOrDefault(key) is { Status: StepStatus.Open } step ? [.. Turns.Holders(look.Process, step)]
        : look.Process.Find(key) is WorkNode node ? Entitlements.Of(node, look.State) : [];

    /// <summary>Whether a rule may open an any-time step now: it is not open, and its condition and the step around it allow it.</summary>
    internal static bool MayBeOpened(CaseLook look, string key) =>
        look.Process.PlaceOf(key) is { AnyTime: true } place && (look.IsOpen || look.Process.IsAfter(key))
        && look.State.Steps.GetValueOrDefault(key)?.Status is not (StepStatus.Open or StepStatus.Following) && MayBeOpened(look, place) is null;

    private static Refusal? MayBeOpened(CaseLook look, Place place)
    {
        if (place.Owner is { } owner && look.State.Steps.GetValueOrDefault(owner.Node.Id)?.Status != StepStatus.Open)
            return new Refusal("step.not_open", $"Expected {Quoted.Step(look, owner.Node.Id)} to be open, but it is not; {Quoted.Step(look, place.Node.Id)} may be opened only then.");
        if (!Evaluation.IsTrue(place.Node.When, look.Values))
            return new Refusal("step.not_applicable", $"Expected the condition of {Quoted.Step(look, place.Node.Id)} to hold, but it does not.");
        return null;
    }

    // A step at which nobody of the office acts waits for another case, or for a day.
    private static string Whom(CaseLook look, string key, IReadOnlyList<Entitlement> entitled) =>
        entitled.Count > 0 ? string.Join(" or ", entitled.Select(e => e.Key).Distinct())
        : look.Process.Find(key) is CallNode ? $"the called case{(look.State.Called.LastOrDefault(c => c.Step == key)?.Case is { } number ? $" {number}" : "")}"
        : "nobody but the end of its period";

    private static Refusal? RuleMayAct(CaseLook look, string key) =>
        look.Process.Find(key) is CallNode or WaitNode ? null : new Refusal("step.not_yours", $"Expected a person to act at {Quoted.Step(look, key)}, but {look.Stamp.Actor} is a rule.");

    /// <summary>Whether an open step holds the ordinary work.</summary>
    internal static Refusal? Held(CaseLook look, string key)
    {
        var holding = look.State.Steps.Values.FirstOrDefault(s => s.Status == StepStatus.Open && s.Key != key && look.Process.Find(s.Key) is WorkNode { Holds: true });
        return holding is null || look.Process.PlaceOf(key) is { AnyTime: true } ? null : new Refusal("step.held", $"Expected the work to go on, but {Quoted.Step(look, holding.Key)} holds it.", $"finish {Quoted.Step(look, holding.Key)} first");
    }

    private static Refusal? Floor(CaseLook look, string key)
    {
        var clock = look.State.Clocks.Values.FirstOrDefault(c => c.IsOpen && c.Step == key && c.Kind == LimitKind.AtLeast);
        return clock is null || look.On > clock.DueOn ? null
            : new Refusal("clock.floor_not_reached", $"Expected {Quoted.Step(look, key)} to last through {clock.DueOn:yyyy-MM-dd}, but the day is {look.On:yyyy-MM-dd}.", "the period may not be shortened");
    }

    private static bool Holds(CaseLook look, Expression need) =>
        need is IsMarked or Not or Both or Either or Comparison or OneOf ? Evaluation.IsTrue(need, look.Values) : Evaluation.Value(need, look.Values) is not null;

    private static string Words(Expression need) => need switch
    {
        DocumentNumber d => $"the number of {d.Document}",
        StepField f => $"{f.Step}.{f.Field}",
        FormField f => $"form.{f.Field}",
        OutcomeOf o => $"the outcome of '{o.Step}'",
        MomentDay m => $"the moment '{m.Moment}'",
        IsMarked m => $"the moment '{m.Moment}'",
        _ => "what it needs",
    };

    // The law that bounds an outcome: its own, or that of the step's limit. A rule of the office itself is named as none.
    private static string Under(WorkNode node, OutcomeRule outcome) => (outcome.Basis ?? node.Limit?.Basis) is { IsInternal: false } law ? $" ({law})" : "";

    private static Refusal Rows(string key) => new("step.rows", $"Expected a row of '{key}', but the whole was named.", $"name a row, as in {StepKeys.Row(key, 1)}");

    private static int Taken(CaseState state, string key, string outcome) =>
        state.Superseded.Concat(state.Steps.Values).Count(s => s.Key == key && s.Outcome == outcome);
}

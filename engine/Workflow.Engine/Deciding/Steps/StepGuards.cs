using System.Diagnostics;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Deciding.Materials;
using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Deciding.People;
using Workflow.Engine.Expressions;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
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
            return StepRefusals.Unknown(key, Naming.Process(look.Definition), Naming.Steps(look.Definition));
        if (key != look.Definition.Termination && MustGoOn(look) is { } suspended)
            return suspended;
        if (look.IsOpenAt(key))
            return node.IsWhole(key) ? StepRefusals.RowMissing(Naming.Step(node), StepKey.OfRow(key, 1)) : null;
        return place.AnyTime && !look.IsAtWorkAt(key) ? MayBeOpened(look, place) : NotOpen(look, key, look.Run(key));
    }

    private static Refusal? MustGoOn(CaseLook look) =>
        look.State.Suspended is { } suspended && !look.Stamp.IsRule ? LimitRefusals.Suspended(suspended.On, suspended.Document) : null;

    private static Refusal NotOpen(CaseLook look, string key, StepState? step)
    {
        var name = Naming.Step(look, key);
        if (step?.Status == StepStatus.Skipped)
            return StepRefusals.NotOpen(name, StepRefusals.PassedOver());
        return step switch
        {
            { Completed: not null } when Silence.TookEffect(look, key) is { } late => late,
            { Completed: { } done } when Silence.Ended(look, step) is { } clock => LimitRefusals.AlreadyTookEffect(
                name,
                clock.DueOn,
                LimitRefusals.Outcome(Naming.Outcome(look, key, done.Outcome))
            ),
            { Outcome: { } outcome } => StepRefusals.NotOpen(name, StepRefusals.Finished(Naming.Outcome(look, key, outcome))),
            null when look.State.Superseded.Any(s => s.Key == key) => StepRefusals.RunsAgain(name),
            _ => StepRefusals.NotOpen(name),
        };
    }

    /// <summary>Whether the step is open and its work the actor's.</summary>
    internal static Refusal? MayWork(CaseLook look, string key) => MustBeOpen(look, key) ?? MustBeYours(look, key);

    internal static Refusal? MustBeYours(CaseLook look, string key)
    {
        if (look.Stamp.IsRule)
            return RuleMayAct(look, key);
        if (Actors.Principal(look) is null)
            return Actors.Unknown(look.Stamp.For ?? look.Stamp.Actor);
        return Entitled(look, key) ?? Claimed(look, key) ?? Held(look, key) ?? Separation(look, key);
    }

    private static Refusal? Separation(CaseLook look, string key) =>
        look.Process.Find(key) is WorkNode node ? Actors.Separation(look, node, []) : null;

    private static Refusal? Entitled(CaseLook look, string key)
    {
        var entitled = Who(look, key);
        if (entitled.Any(e => Actors.Admitted(look, key, e)))
            return null;
        if (entitled.Any(e => Actors.IsEntitled(look, e)))
            return OwnCase.Check(look, key);
        return Silence.TookEffect(look, key)
            ?? Attendance.StayedAway(look, key)
            ?? HasAnswered(look, key)
            ?? GivenToAnother(look, key, entitled)
            ?? NotYours(look, key, entitled);
    }

    // Whoever has answered for their post hears that, and not that the step is somebody else's.
    private static Refusal? HasAnswered(CaseLook look, string key)
    {
        if (look.Run(key) is not { Status: StepStatus.Open } step)
            return null;
        var mine = step.Roll.Where(e => Actors.Admitted(look, key, Leavers.Today(look, step, e)));
        return mine.FirstOrDefault(e => step.Answers.Any(a => a.Participant == e.Key)) is { } given
            ? VoteRefusals.Answered(Naming.Step(look, key), Naming.Participant(look, key, given.Key))
            : null;
    }

    private static Refusal? Claimed(CaseLook look, string key) =>
        Leavers.Claimant(look, look.Run(key)) is { } holder && !Visitors.IsDoer(look, holder) && !OfficersRights.IsPartys(look, key)
            ? StepRefusals.Claimed(StepRefusals.Whole(Naming.Step(look, key)), Naming.Person(look, holder))
            : null;

    // When a rule gave the answer to a colleague, the post hears who holds it, as with a claimed step.
    private static Refusal? GivenToAnother(CaseLook look, string key, IReadOnlyList<Entitlement> entitled)
    {
        if (look.Run(key)?.Chosen is not { IsEmpty: false } chosen)
            return null;
        var given = entitled.Where(e => chosen.Any(c => c.Participant == e.Key && c.Person == e.Person));
        if (given.FirstOrDefault(e => Actors.Admitted(look, key, e with { Person = null })) is not { } held)
            return null;
        var answer = StepRefusals.AnswerOf(Naming.Participant(look, key, held.Key), Naming.Step(look, key));
        return StepRefusals.Claimed(answer, Naming.Person(look, held.Person!));
    }

    private static Refusal NotYours(CaseLook look, string key, IReadOnlyList<Entitlement> entitled)
    {
        var step = Naming.Step(look, key);
        return entitled.Count > 0
            ? StepRefusals.NotYours(step, entitled.Select(e => Naming.Post(look, e)).Distinct(), Naming.Actor(look))
            : Nobodys(look, key, step);
    }

    // A step at which nobody acts waits for another case, for a day, or for whoever was never named.
    private static Refusal Nobodys(CaseLook look, string key, NameValue step) =>
        look.Process.Find(key) switch
        {
            CallNode => StepRefusals.WaitsForCase(step, look.State.Called.LastOrDefault(c => c.Step == key)?.Case),
            WaitNode => StepRefusals.WaitsForDay(step),
            StepNode node => Unnamed(look, step, node.By),
            DrawNode node => Unnamed(look, step, node.By),
            JointNode node => Unnamed(look, step, node.Participants[0].By),
            var other => throw new UnreachableException($"No answer for {other?.GetType().Name}."),
        };

    private static Refusal Unnamed(CaseLook look, NameValue step, Assignee by) =>
        by switch
        {
            FieldOffice { Step: { } at } field => StepRefusals.NoOffice(step, Naming.Field(look, at, field.Field)),
            FieldOffice field => StepRefusals.NoOffice(step, Naming.Field(look, field.Field)),
            PartyRole party => StepRefusals.NoParty(step, Naming.Party(look, party.Role)),
            OfficeRole => StepRefusals.NotYours(
                step,
                Entitlements.Of(by, look.State).Select(e => Naming.Post(look, e)),
                Naming.Actor(look)
            ),
            _ => throw new UnreachableException($"No answer for {by.GetType().Name}."),
        };

    /// <summary>Whether an outcome may be taken now, payload aside.</summary>
    internal static Refusal? MayTake(CaseLook look, WorkNode node, string key, OutcomeRule outcome) =>
        Signing.MayFinish(look, key)
        ?? SharedRoles.MayEnd(look, key, outcome)
        ?? Allowed(look, node, key, outcome)
        ?? (node is DrawNode draw ? Revealing.MayDraw(look, draw, key) : null);

    /// <summary>Whether an outcome is allowed by its rule, whoever takes it.</summary>
    internal static Refusal? Allowed(CaseLook look, WorkNode node, string key, OutcomeRule outcome)
    {
        if (!Evaluation.IsTrue(outcome.AllowedWhen, look.Values))
            return StepRefusals.OutcomeNotAllowed(Naming.Step(look, key), Naming.Outcome(outcome));
        return UsedUp(look, node, key, outcome)
            ?? Back(look, key, outcome)
            ?? ServiceNeeds.LeavesOthers(look, node, key, outcome)
            ?? StepNeeds.Check(look, node, key)
            ?? Floor(look, key)
            ?? ServiceNeeds.ServesNothing(look, key, outcome)
            ?? Voiding.NothingToVoid(look, outcome)
            ?? (node.ChecksMaterials ? null : Checking.Fit(look, outcome));
    }

    private static Refusal? UsedUp(CaseLook look, WorkNode node, string key, OutcomeRule outcome) =>
        outcome.AtMost is { } most && TimesTaken.Of(look, key, outcome) >= most
            ? StepRefusals.OutcomeUsedUp(Naming.Step(look, key), Naming.Outcome(outcome), most, Law(node, outcome)?.ToString())
            : null;

    private static Refusal? Back(CaseLook look, string key, OutcomeRule outcome) =>
        outcome.Exit switch
        {
            BackExit { AtMost: { } most, Otherwise: null } when TimesTaken.Back(look, key, outcome) >= most => StepRefusals.BacksUsedUp(
                Naming.Step(look, key),
                Naming.Outcome(outcome),
                most
            ),
            BackExit back => Serving.StandsInTheWayOfRule(look, Supersession.Between(look, back.To), back.To),
            LeaveExit or EndExit or null => null,
            _ => throw new UnreachableException($"No answer for {outcome.Exit.GetType().Name}."),
        };

    /// <summary>Who may act at a step: as recorded when it opened, or as it would open.</summary>
    internal static IReadOnlyList<Entitlement> Who(CaseLook look, string key) =>
        look.Run(key) is { Status: StepStatus.Open } step ? [.. Turns.Holders(look.Process, step).Select(e => Leavers.Today(look, step, e))]
        : look.Process.Find(key) is WorkNode node ? Entitlements.Of(node, look.State)
        : [];

    /// <summary>Whether a rule may open an any-time step now: it is not open, and its condition and the step around it allow it.</summary>
    internal static bool MayBeOpened(CaseLook look, string key) =>
        look.Process.PlaceOf(key) is { AnyTime: true } place
        && (look.IsOpen || look.Process.IsAfter(key))
        && !look.IsAtWorkAt(key)
        && MayBeOpened(look, place) is null;

    private static Refusal? MayBeOpened(CaseLook look, Place place)
    {
        if (place.Owner is { } owner && look.Run(owner.Node.Id)?.Status != StepStatus.Open)
            return StepRefusals.NotOpen(Naming.Step(place.Node), StepRefusals.Inside(Naming.Step(owner.Node)));
        return Evaluation.IsTrue(place.Node.When, look.Values)
            ? ServiceNeeds.Several(look, place)
            : StepRefusals.NotApplicable(Naming.Step(place.Node));
    }

    private static Refusal? RuleMayAct(CaseLook look, string key) =>
        look.Process.Find(key) is CallNode or WaitNode ? null : NotYours(look, key, Who(look, key));

    /// <summary>Whether an open step holds the ordinary work.</summary>
    internal static Refusal? Held(CaseLook look, string key)
    {
        var holding = look.State.Steps.Values.FirstOrDefault(s =>
            s.Status == StepStatus.Open && s.Key != key && look.Process.Find(s.Key) is WorkNode { Holds: true }
        );
        return holding is null || look.Process.PlaceOf(key) is { AnyTime: true } ? null : StepRefusals.Held(Naming.Step(look, holding.Key));
    }

    private static Refusal? Floor(CaseLook look, string key)
    {
        var clock = look.State.Clocks.Values.FirstOrDefault(c => c.IsOpen && c.Step == key && c.Kind == LimitKind.AtLeast);
        return clock is null || look.On > clock.DueOn ? null : LimitRefusals.FloorNotReached(Naming.Step(look, key), clock.DueOn, look.On);
    }

    // The law that bounds an outcome: its own, or that of the step's limit. A rule of the office itself is named as none.
    private static LegalBasis? Law(WorkNode node, OutcomeRule outcome) =>
        (outcome.Basis ?? node.Limit?.Basis) is { IsInternal: false } law ? law : null;
}

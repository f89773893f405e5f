using System.Collections.Immutable;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Deciding.Materials;
using Workflow.Engine.Deciding.Movement;
using Workflow.Engine.Deciding.People;
using Workflow.Engine.Deciding.Rows;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Gives a step its outcome. The same for a person, a vote, a party, a called process and a rule.</summary>
internal static class Completion
{
    internal static Operation Operation { get; } =
        Operation.Of<Complete>(
            (turn, c) => Calling.IsEnd(turn, c) ? Calling.End(turn, c) : Complete(turn, c),
            (look, c) => BuiltOn.Run(look, c.Step)
        ) with
        {
            AtTask = Offers,
            OfCase = AtAnyTime,
        };

    // In a joint review only the head decides, once the others have answered.
    private static IEnumerable<ActionOffer> Offers(CaseLook look, WorkNode node, StepState step)
    {
        if (step.Status != StepStatus.Open || TakesAnswers(look, node, step.Key) is not null)
            return [];
        var who = StepGuards.MayWork(look, step.Key);
        return node.Outcomes.Select(o => ActionOffer.Outcome("complete", step.Key, o, who ?? StepGuards.MayTake(look, node, step.Key, o)));
    }

    // A step that is done at any time is opened with its outcome; where it has only one, it goes by the step's title.
    private static IEnumerable<ActionOffer> AtAnyTime(CaseLook look) =>
        from place in look.Process.Places
        where place.AnyTime && (look.IsOpen || look.Process.IsAfter(place.Node.Id)) && !look.IsAtWorkAt(place.Node.Id)
        let node = (WorkNode)place.Node
        let who = StepGuards.MayWork(look, node.Id)
        from outcome in node.Outcomes
        select ActionOffer.Outcome("complete", node.Id, outcome, who ?? StepGuards.MayTake(look, node, node.Id, outcome)) with
        {
            Title = node.Outcomes.Length == 1 ? node.Name(node.Id) : outcome.Name(outcome.Id),
        };

    internal static Refusal? Complete(CaseTurn turn, Complete command)
    {
        if (StepGuards.MustBeOpen(turn, command.Step) is { } closed)
            return closed;
        var node = (WorkNode)turn.Process.Find(command.Step)!;
        if ((TakesAnswers(turn, node, command.Step) ?? StepGuards.MustBeYours(turn, command.Step)) is { } notYours)
            return notYours;
        var (outcome, unknown) = Named(turn, node, command.Step, command.Outcome);
        if (outcome is null)
            return unknown;
        return StepGuards.MayTake(turn, node, command.Step, outcome)
            ?? (turn.Stamp.PayloadAside ? null : Check(turn, node, command, outcome))
            ?? Take(turn, node, command, outcome);
    }

    private static Refusal? TakesAnswers(CaseLook look, WorkNode node, string key) =>
        node is not JointNode joint ? null
        : StepGuards.Who(look, key).All(e => e.Key != VoteRule.HeadKey) ? StepRefusals.Joint(Naming.Step(look, key))
        : Attendance.MustBeQuorate(look, joint, key);

    private static Refusal? Take(CaseTurn turn, WorkNode node, Complete command, OutcomeRule outcome)
    {
        if (turn.Run(command.Step)?.Status != StepStatus.Open)
            Opening.Open(turn, node, command.Step);
        Cosigning.Ask(turn, command.Step, command.With);
        if (Proposing.MustWait(turn, command.Step))
            Proposing.Propose(turn, command);
        else if (node is DrawNode draw && Revealing.MustOpen(turn, draw, command.Step) is { } sealedStill)
            return sealedStill;
        else
            Carry(turn, node, command, outcome, Act.By(turn, command.Reasons));
        return null;
    }

    /// <summary>Carries out a proposed outcome on the last day on which one of its signers signed; a refusal, and nothing done, when it is not allowed any more.</summary>
    internal static Refusal? Carry(CaseTurn turn, WorkNode node, Proposal proposal)
    {
        var outcome = node.Outcomes.Single(o => o.Id == proposal.Command.Outcome);
        if (StepGuards.Allowed(turn, node, proposal.Command.Step, outcome) is { } notNow)
            return notNow;
        var step = turn.State.Steps[proposal.Command.Step];
        if (Cosigning.Lacks(turn, node, step) is { } tooFew)
            return tooFew;
        turn.NotBefore(WorkDays.Last(step));
        var act = new Act(proposal.By, turn.On) { For = proposal.For, Reasons = proposal.Command.Reasons };
        Carry(turn, node, proposal.Command with { With = Cosigning.Signed(step, proposal.Command.With) }, outcome, act);
        return null;
    }

    private static void Carry(CaseTurn turn, WorkNode node, Complete command, OutcomeRule outcome, Act act)
    {
        Checking.Take(turn, command, act);
        if (node is DrawNode draw)
            Drawing.Draw(turn, draw, command.Step);
        Complete(turn, node, command.Step, outcome, act with { With = command.With, Fields = command.Fields, Numbers = command.Numbers });
    }

    /// <summary>Finishes a node with an outcome; guards have been passed.</summary>
    internal static void Complete(CaseTurn turn, Node node, string key, OutcomeRule asked, Act act)
    {
        var outcome = Exits.Resolve(turn, node, asked);
        turn.Together(() =>
        {
            turn.Apply(
                Completed(key, outcome, outcome == asked ? act : act with { Actor = new RuleActor($"{new OutcomeKey(node.Id, asked.Id)}") })
            );
            Calling.OnEnded(turn, key);
        });
        FilledRows.PutAside(turn, key);
        CloseInner(turn, node, act.On);
        SetLengths.OnTold(turn, node.Id);
        Follow(turn, outcome, key, act);
        if (turn.State.Steps[key].Status == StepStatus.Done)
            StraightBack.OnDone(turn, key);
    }

    private static StepCompleted Completed(string key, OutcomeRule outcome, Act act) =>
        new()
        {
            Step = key,
            Outcome = outcome.Id,
            By = act.Actor,
            For = act.For,
            With = act.With,
            Fields = act.Fields,
            Reasons = act.Reasons,
            Because = act.Because,
            On = act.On,
            Follows = outcome.Steps.Length > 0 || outcome.Exit is not null,
        };

    // What an outcome does by itself: its moments, what it revokes, its documents, its service.
    private static void Follow(CaseTurn turn, OutcomeRule outcome, string key, Act act)
    {
        foreach (var mark in outcome.Marks)
            Mark(turn, key, (outcome, mark), act);
        Voiding.Void(turn, d => outcome.Voids?.Contains(d.Issued.Document) == true, PutAside.Revoked);
        var occasion = new Occasion(key, act) { Outcome = outcome };
        if (!outcome.Issues.IsEmpty)
            Issue(turn, occasion, outcome.Issues);
        Serving.Serve(turn, occasion);
    }

    private static void Issue(CaseTurn turn, Occasion occasion, ImmutableArray<string> documents)
    {
        foreach (var to in Serving.EachReceipt(turn, occasion))
        foreach (var document in documents)
            Issuing.Issue(turn, document, occasion with { To = to });
    }

    private static void Mark(CaseTurn turn, string key, (OutcomeRule Outcome, MomentMark Mark) what, Act act)
    {
        var mark = what.Mark;
        var day = DayOf(mark, act.Fields) ?? act.On;
        day = turn.Told?.Moment(mark.Moment) ?? Serving.LastDay(turn, what.Outcome, key, (mark, day));
        turn.Apply(new MomentMarked(mark.Moment, day, key));
    }

    /// <summary>Returns the outcome that a name means at a step, or why there is none. A call takes any end where it has one outcome, or one named otherwise.</summary>
    internal static (OutcomeRule? Outcome, Refusal? Refusal) Named(CaseLook look, WorkNode node, string key, string? name) =>
        (node.Outcomes.FirstOrDefault(o => o.Id == name) ?? (node is CallNode call ? Otherwise(call) : null)) is { } outcome
            ? (outcome, null)
            : (null, StepRefusals.OutcomeUnknown(Naming.Step(look, key), name, [.. node.Outcomes.Select(Naming.Outcome)]));

    /// <summary>The outcome of a call for every end that it does not name; null for none.</summary>
    private static OutcomeRule? Otherwise(CallNode call) =>
        call.Outcomes is [var only] ? only : call.Outcomes.FirstOrDefault(o => o.Id == CallNode.Otherwise);

    /// <summary>What an outcome still lacks of what somebody must enter; null for nothing.</summary>
    internal static Refusal? Lacks(CaseLook look, WorkNode node, Complete command, OutcomeRule outcome) =>
        Payload.Fields(
            look.Definition,
            AskedFields.At(look, command.Step, [.. Outline.Asks(node, outcome)], command.Fields),
            command.Fields
        )
        ?? SetLengths.Check(look, node.Id, command.Fields)
        ?? Payload.Reasons(outcome, command.Reasons)
        ?? Signing.MustSayWhy(look, command)
        ?? Payload.Numbers(look.Definition, outcome, command.Numbers)
        ?? DayFields(look, outcome, command)
        ?? Past(look, Outline.Asks(node, outcome), command)
        ?? DayBounds.Check(look, EnteredDays.At(look, command.Step, [.. Outline.Asks(node, outcome)], command.Fields, command.Reasons))
        ?? Serving.Check(look, command, outcome)
        ?? LateDays.Check(look, outcome, command)
        ?? Checking.Check(look, node, command)
        ?? Checking.Fit(look, command, outcome)
        ?? PaperNeeds.Check(look, command, outcome)
        ?? FilledRows.Moved(look, command);

    private static Refusal? Check(CaseLook look, WorkNode node, Complete command, OutcomeRule outcome) =>
        Lacks(look, node, command, outcome)
        ?? (node is JointNode joint ? Answering.AgainstMajority(look, joint, command) : null)
        ?? (look.Stamp.IsRule ? null : Actors.Separation(look, node, command.With))
        ?? (look.Stamp.IsRule || (node is not StepNode && command.With.IsEmpty) ? null : Signers(look, node, command));

    private static Refusal? Signers(CaseLook look, WorkNode node, Complete command) =>
        Cosigning.Check(look, Signature.Of(node, command.Step, Acting(look, command.Step)), command.With);

    private static Entitlement Acting(CaseLook look, string key) => StepGuards.Who(look, key).First(e => Actors.Admitted(look, key, e));

    // A legal day that is entered lies neither in the future nor before the case.
    private static Refusal? DayFields(CaseLook look, OutcomeRule outcome, Complete command)
    {
        foreach (var mark in outcome.Marks)
            if (DayOf(mark, command.Fields) is { } day && (day > look.Today || day < look.State.LodgedOn))
                return LimitRefusals.DayOutOfBounds(Naming.Moment(look.Definition, mark.Moment), look.State.LodgedOn, look.Today, day);
        return null;
    }

    private static Refusal? Past(CaseLook look, IEnumerable<Field> asked, Complete command)
    {
        foreach (var field in asked.Where(f => f.Ahead))
            if (command.Fields.GetValueOrDefault(field.Id) is DateValue { Date: var day } && day < look.On)
                return FieldRefusals.Invalid(Naming.Step(look, command.Step), Naming.Field(field), FieldFaults.Past(look.On, day));
        return null;
    }

    private static DateOnly? DayOf(MomentMark mark, ImmutableSortedDictionary<string, FieldValue> fields) =>
        mark.DayField is { } field && fields.GetValueOrDefault(field) is DateValue day ? day.Date : null;

    private static void CloseInner(CaseTurn turn, Node node, DateOnly on)
    {
        if (node is WorkNode { AnyTime: { Length: > 0 } inner })
            Withdrawal.WithdrawAll(turn, Outline.All(inner), PutAside.Ended, on);
    }
}

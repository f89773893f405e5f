using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Deciding.Materials;
using Workflow.Engine.Deciding.Movement;
using Workflow.Engine.Deciding.People;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Gives a step its outcome. The same for a person, a vote, a party, a called process and a rule.</summary>
internal static class Completion
{
    internal static Refusal? Complete(CaseTurn turn, Complete command)
    {
        if (StepGuards.MustBeOpen(turn, command.Step) is { } closed) return closed;
        var node = (WorkNode)turn.Process.Find(command.Step)!;
        if (node is JointNode && StepGuards.Who(turn, command.Step).All(e => e.Key != VoteRule.HeadKey))
            return new Refusal("step.joint", $"Expected an answer at {Quoted.Step(turn, command.Step)}, but an outcome was given.", "answer for one participant; the result follows from the answers");
        if (StepGuards.MustBeYours(turn, command.Step) is { } notYours) return notYours;
        var (outcome, unknown) = Named(turn, node, command.Step, command.Outcome);
        if (outcome is null) return unknown;
        if (StepGuards.MayTake(turn, node, command.Step, outcome) is { } notNow) return notNow;
        if (!turn.Stamp.PayloadAside && Check(turn, node, command, outcome) is { } wrong) return wrong;
        if (turn.State.Steps.GetValueOrDefault(command.Step)?.Status != StepStatus.Open) Opening.Open(turn, node, command.Step);
        if (Proposing.MustWait(turn, command.Step)) Proposing.Propose(turn, command);
        else if (node is DrawNode draw && Revealing.MustOpen(turn, draw, command.Step) is { } sealedStill) return sealedStill;
        else Carry(turn, node, command, outcome, Act.By(turn, command.Reasons));
        return null;
    }

    /// <summary>Carries out a proposed outcome on the last day on which one of its signers signed; a refusal, and nothing done, when it is not allowed any more.</summary>
    internal static Refusal? Carry(CaseTurn turn, WorkNode node, Proposal proposal)
    {
        var outcome = node.Outcomes.Single(o => o.Id == proposal.Command.Outcome);
        if (StepGuards.Allowed(turn, node, proposal.Command.Step, outcome) is { } notNow) return notNow;
        turn.NotBefore(WorkDays.Last(turn.State.Steps[proposal.Command.Step]));
        Carry(turn, node, proposal.Command, outcome, new Act(proposal.By, turn.On) { For = proposal.For, Reasons = proposal.Command.Reasons });
        return null;
    }

    private static void Carry(CaseTurn turn, WorkNode node, Complete command, OutcomeRule outcome, Act act)
    {
        Checking.Take(turn, command, act);
        if (node is DrawNode draw) Drawing.Draw(turn, draw, command.Step);
        Complete(turn, node, command.Step, outcome, act with { With = command.With, Fields = command.Fields, Numbers = command.Numbers });
    }

    /// <summary>Finishes a node with an outcome; guards have been passed.</summary>
    internal static void Complete(CaseTurn turn, Node node, string key, OutcomeRule asked, Act act)
    {
        var outcome = Exits.Resolve(turn, node, asked);
        turn.Apply(new StepCompleted
        {
            Step = key,
            Outcome = outcome.Id,
            By = outcome == asked ? act.Actor : $"rule {node.Id}.{asked.Id}",
            For = act.For,
            With = act.With,
            Fields = act.Fields,
            Reasons = act.Reasons,
            On = act.On,
            Follows = outcome.Steps.Length > 0 || outcome.Exit is not null,
        });
        Calling.OnEnded(turn, key);
        ClockKeeper.OnStepEnded(turn, key, act.On, outcome.Id);
        Pausing.OnEnded(turn, key, act.On);
        CloseInner(turn, node, act.On);
        SetLengths.OnTold(turn, node.Id);
        foreach (var mark in outcome.Marks) Mark(turn, key, mark, act);
        foreach (var document in outcome.Issues) Issuing.Issue(turn, document, key, act, outcome.Remedies);
        Serving.Serve(turn, outcome, key, act);
        if (turn.State.Steps[key].Status == StepStatus.Done) StraightBack.OnDone(turn, key);
    }

    private static void Mark(CaseTurn turn, string key, MomentMark mark, Act act)
    {
        var day = turn.Told?.Moment(mark.Moment) ?? (mark.DayField is { } field && act.Fields.GetValueOrDefault(field) is DateValue date ? date.Date : act.On);
        turn.Apply(new MomentMarked(mark.Moment, day, key));
        ClockKeeper.OnMoment(turn, mark.Moment, day);
    }

    /// <summary>Returns the outcome that a name means at a step, or why there is none. A call takes any end where it has one outcome, or one named otherwise.</summary>
    internal static (OutcomeRule? Outcome, Refusal? Refusal) Named(CaseLook look, WorkNode node, string key, string? name) =>
        (node.Outcomes.FirstOrDefault(o => o.Id == name) ?? (node is CallNode call ? Otherwise(call) : null)) is { } outcome
            ? (outcome, null)
            : (null, new Refusal("step.outcome_unknown", $"Expected one of {string.Join(", ", node.Outcomes.Select(o => o.Id))} at {Quoted.Step(look, key)}, but found '{name}'."));

    /// <summary>The outcome of a call for every end that it does not name; null for none.</summary>
    private static OutcomeRule? Otherwise(CallNode call) => call.Outcomes is [var only] ? only : call.Outcomes.FirstOrDefault(o => o.Id == CallNode.Otherwise);

    /// <summary>What an outcome still lacks of what somebody must enter; null for nothing.</summary>
    internal static Refusal? Lacks(CaseLook look, WorkNode node, Complete command, OutcomeRule outcome) =>
        Payload.Fields(look.Definition, [.. node.Asks, .. outcome.Asks], command.Fields, Quoted.Step(look, command.Step), look.Values)
        ?? SetLengths.Check(look, node.Id, command.Fields)
        ?? Payload.Reasons(outcome, command.Reasons)
        ?? Payload.Numbers(look.Definition, outcome, command.Numbers)
        ?? DayFields(look, outcome, command)
        ?? Checking.Check(look, node, command);

    private static Refusal? Check(CaseLook look, WorkNode node, Complete command, OutcomeRule outcome) =>
        Lacks(look, node, command, outcome)
        ?? (node is JointNode joint ? Answering.AgainstMajority(look, joint, command) : null)
        ?? (look.Stamp.IsRule ? null : Actors.Separation(look, node, command.With))
        ?? (node is StepNode step && !look.Stamp.IsRule ? Signers(look, step, command) : null);

    private static Refusal? Signers(CaseLook look, StepNode step, Complete command) =>
        Actors.Signers(look, StepGuards.Who(look, command.Step).First(e => Actors.Admitted(look, e)), step.Officers, step.Qualified, command.With);

    // A legal day that is entered lies neither in the future nor before the case.
    private static Refusal? DayFields(CaseLook look, OutcomeRule outcome, Complete command)
    {
        foreach (var mark in outcome.Marks.Where(m => m.DayField is not null))
            if (command.Fields.GetValueOrDefault(mark.DayField!) is DateValue day && (day.Date > look.Today || day.Date < look.State.LodgedOn))
                return new Refusal("case.day_out_of_bounds", $"Expected {mark.Moment} between {look.State.LodgedOn:yyyy-MM-dd} and {look.Today:yyyy-MM-dd}, but it is {day.Date:yyyy-MM-dd}.");
        return null;
    }

    private static void CloseInner(CaseTurn turn, Node node, DateOnly on)
    {
        if (node is not WorkNode { AnyTime: { Length: > 0 } inner }) return;
        foreach (var open in Outline.All(inner).Where(n => turn.State.Steps.GetValueOrDefault(n.Id)?.Status is StepStatus.Open or StepStatus.Following))
            Withdrawal.Withdraw(turn, open.Id, "ended", on);
    }
}

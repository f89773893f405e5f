using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>Lets the acts of another system happen again. What a definition asks of a step is asked of them too; who acted there is the other system's matter.</summary>
internal static class ToldActs
{
    internal static Refusal? Do(CaseTurn turn, ToldAct act) => MustBeKnown(turn, act) ?? MustBeOpen(turn, act) ?? turn.Process.Find(act.Step) switch
    {
        DrawNode => new Refusal("adopt.draw", $"Expected no draw among the acts told, but '{act.Step}' is one, and lots drawn elsewhere cannot be proved here.", "take the case over as it stood before, and draw here"),
        JointNode joint when act.Participant is not null => Answer(turn, joint, act),
        WorkNode when act.Participant is not null => new Refusal("step.not_joint", $"Expected a joint review, but '{act.Step}' is a step of one post.", "tell its outcome"),
        WorkNode node => Complete(turn, node, act),
        _ => new Refusal("step.unknown", $"Expected a step that somebody does, but '{act.Step}' is a block.", "tell the steps inside"),
    };

    internal static bool MayBeDone(CaseLook look, ToldAct act) => look.State.Steps.GetValueOrDefault(act.Step)?.Status == StepStatus.Open || look.Process.PlaceOf(act.Step) is { AnyTime: true };

    private static Refusal? MustBeKnown(CaseLook look, ToldAct act) =>
        act.Persons.FirstOrDefault(id => Actors.Find(look, id) is null) is { } stranger
            ? Actors.Unknown(stranger, $"name who acted at '{act.Step}' by their id here, or nobody")
            : null;

    private static Refusal? MustBeOpen(CaseLook look, ToldAct act)
    {
        if (look.Process.PlaceOf(act.Step) is null) return StepGuards.MustBeOpen(look, act.Step);
        if (look.State.Stage == CaseStage.Closed) return Ended(look);
        return StepGuards.MustBeOpen(look, act.Step) is { } closed
            ? new Refusal("adopt.out_of_order", ("why", closed.Message), ("day", look.On), ("outcome", act.Outcome), ("open", MessageValue.List(Adopting.Open(look).DefaultIfEmpty("—"))))
            : null;
    }

    internal static Refusal Ended(CaseLook look) => new("adopt.ended", $"Expected a running case, but by what is told it has ended: {look.State.Result}.", "a case that has ended stays where it ran");

    private static Refusal? Complete(CaseTurn turn, WorkNode node, ToldAct act)
    {
        var (outcome, unknown) = Completion.Named(turn, node, act.Step, act.Outcome);
        if (outcome is null) return unknown;
        if (StepGuards.Allowed(turn, node, act.Step, outcome) is { } notNow) return notNow;
        if (Check(turn, node, outcome, act) is { } wrong) return wrong;
        if (turn.State.Steps.GetValueOrDefault(act.Step)?.Status != StepStatus.Open) Opening.Open(turn, node, act.Step);
        Completion.Complete(turn, node, act.Step, outcome, new Act(turn.Told!.Actor, act.On) { With = [.. act.Persons.Distinct()], Fields = act.Fields, Reasons = act.Reasons });
        return null;
    }

    private static Refusal? Answer(CaseTurn turn, JointNode joint, ToldAct act)
    {
        var choices = Tally.Choices(joint).ToList();
        if (act.Outcome is { } choice && !choices.Contains(choice)) return new Refusal("step.outcome_unknown", $"Expected one of {string.Join(", ", choices)} at '{act.Step}', but found '{choice}'.", "leave it out for an abstention");
        if (Turns.Holders(turn.Process, turn.State.Steps[act.Step]).All(e => e.Key != act.Participant) || act.Participant == VoteRule.HeadKey)
            return new Refusal("adopt.participant", $"Expected one whose answer '{act.Step}' waited for on {turn.On:yyyy-MM-dd}, but '{act.Participant}' is none.", $"one of {string.Join(", ", Turns.Holders(turn.Process, turn.State.Steps[act.Step]).Select(e => e.Key))}");
        if (Check(turn, joint, joint.Outcomes.FirstOrDefault(o => o.Id == act.Outcome), act) is { } wrong) return wrong;
        ClockKeeper.OnAnswered(turn, act.Step, act.Participant!, act.On);
        turn.Apply(new AnswerGiven(act.Step, new GivenAnswer(act.Participant!, act.Outcome, turn.Told!.Actor, [.. act.Persons.Distinct()], act.Reasons, act.Fields, ImmutableSortedDictionary<string, string>.Empty, act.On)));
        if (Answering.Conclude(turn, joint, act.Step) is { } missing) return missing;
        ParticipantClocks.Follow(turn, act.Step);
        return null;
    }

    private static Refusal? Check(CaseLook look, WorkNode node, OutcomeRule? outcome, ToldAct act) =>
        Payload.Fields(look.Definition, [.. node.Asks, .. outcome?.Asks ?? []], act.Fields, Quoted.Step(look, act.Step), look.Values)
        ?? SetLengths.Check(look, node.Id, act.Fields);
}

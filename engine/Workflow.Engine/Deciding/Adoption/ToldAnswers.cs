using System.Collections.Immutable;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>Lets the answers that a joint review got in another system be given again.</summary>
internal static class ToldAnswers
{
    internal static Refusal? Answer(CaseTurn turn, JointNode joint, ToldAct act)
    {
        if ((MustBeChoice(turn, joint, act) ?? MustBeAwaited(turn, act)) is { } refusal)
            return refusal;
        if (ToldActs.Check(turn, joint, joint.Outcomes.FirstOrDefault(o => o.Id == act.Outcome), act) is { } wrong)
            return wrong;
        turn.Apply(new AnswerGiven(act.Step, Given(turn, act)));
        if (Answering.Conclude(turn, joint, act.Step) is { } missing)
            return missing;
        ParticipantClocks.Follow(turn, act.Step);
        return null;
    }

    private static Refusal? MustBeChoice(CaseLook look, JointNode joint, ToldAct act)
    {
        var choices = Tally.Choices(joint).ToList();
        return act.Outcome is { } choice && !choices.Contains(choice)
            ? StepRefusals.OutcomeUnknown(Naming.Step(joint), choice, [.. choices.Select(c => Naming.Outcome(look, act.Step, c))])
            : null;
    }

    private static Refusal? MustBeAwaited(CaseLook look, ToldAct act)
    {
        var step = look.State.Steps[act.Step];
        var awaited = Turns.Holders(look.Process, step).ToList();
        return awaited.Exists(e => e.Key == act.Participant) && act.Participant != VoteRule.HeadKey
            ? null
            : NotAwaited(look, act, step, awaited);
    }

    private static Refusal NotAwaited(CaseLook look, ToldAct act, StepState step, IEnumerable<Entitlement> awaited) =>
        AdoptRefusals.Participant(
            Naming.OnRoll(look, step, act.Participant!),
            Naming.Step(look, act.Step),
            look.On,
            MessageValue.List(awaited.Select(e => Naming.Post(look, e)))
        );

    private static GivenAnswer Given(CaseLook look, ToldAct act) =>
        new(
            act.Participant!,
            act.Outcome,
            look.Told!.Actor,
            [.. act.Persons.Distinct()],
            act.Reasons,
            act.Fields,
            ImmutableSortedDictionary<string, string>.Empty,
            act.On
        );
}

using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>Lets the acts of another system happen again. What a definition asks of a step is asked of them too; who acted there is the other system's matter.</summary>
internal static class ToldActs
{
    internal static Refusal? Do(CaseTurn turn, ToldAct act) =>
        MustBeKnown(turn, act) ?? MustBeOpen(turn, act) ?? Do(turn, turn.Process.Find(act.Step), act);

    internal static bool MayBeDone(CaseLook look, ToldAct act) =>
        look.State.Steps.GetValueOrDefault(act.Step)?.Status == StepStatus.Open || look.Process.PlaceOf(act.Step) is { AnyTime: true };

    internal static Refusal Ended(CaseLook look) => AdoptRefusals.Ended(Naming.Result(look));

    private static Refusal? Do(CaseTurn turn, Node? node, ToldAct act) =>
        node switch
        {
            DrawNode => AdoptRefusals.Draw(Naming.Step(node)),
            JointNode joint when act.Participant is not null => ToldAnswers.Answer(turn, joint, act),
            WorkNode when act.Participant is not null => StepRefusals.NotJoint(Naming.Step(node)),
            WorkNode work => Complete(turn, work, act),
            ParallelNode or ChoiceNode or null => AdoptRefusals.Block(Naming.Step(turn, act.Step)),
            _ => throw new UnreachableException($"No answer for {node.GetType().Name}."),
        };

    private static Refusal? MustBeKnown(CaseLook look, ToldAct act) =>
        act.Persons.FirstOrDefault(id => Actors.Find(look, id) is null) is { } stranger ? Actors.Unknown(stranger) : null;

    private static Refusal? MustBeOpen(CaseLook look, ToldAct act)
    {
        if (look.Process.PlaceOf(act.Step) is null)
            return StepGuards.MustBeOpen(look, act.Step);
        if (look.State.Stage == CaseStage.Closed)
            return Ended(look);
        return StepGuards.MustBeOpen(look, act.Step) is { } closed
            ? AdoptRefusals.OutOfOrder(closed.Message, look.On, OutcomeOf(look, act), Adopting.Named(look, Adopting.Open(look)))
            : null;
    }

    private static NameValue OutcomeOf(CaseLook look, ToldAct act) => Naming.Outcome(look, act.Step, act.Outcome ?? "");

    private static Refusal? Complete(CaseTurn turn, WorkNode node, ToldAct act)
    {
        var (outcome, unknown) = Completion.Named(turn, node, act.Step, act.Outcome);
        if (outcome is null)
            return unknown;
        if ((StepGuards.Allowed(turn, node, act.Step, outcome) ?? Check(turn, node, outcome, act)) is { } wrong)
            return wrong;
        if (turn.State.Steps.GetValueOrDefault(act.Step)?.Status != StepStatus.Open)
            Opening.Open(turn, node, act.Step);
        Completion.Complete(turn, node, act.Step, outcome, There(turn, act));
        return null;
    }

    private static Act There(CaseLook look, ToldAct act) =>
        new(look.Told!.Actor, act.On)
        {
            With = [.. act.Persons.Distinct()],
            Fields = act.Fields,
            Reasons = act.Reasons,
        };

    /// <summary>Whether what was recorded with an act is what the definition asks for.</summary>
    internal static Refusal? Check(CaseLook look, WorkNode node, OutcomeRule? outcome, ToldAct act) =>
        Payload.Fields(look.Definition, Asked(look, node, outcome, act.Step, act.Fields), act.Fields)
        ?? SetLengths.Check(look, node.Id, act.Fields);

    private static AskedFields Asked(
        CaseLook look,
        WorkNode node,
        OutcomeRule? outcome,
        string key,
        ImmutableSortedDictionary<string, FieldValue> entered
    ) => new(Naming.Step(look, key), [.. Outline.Asks(node, outcome)], look.Recording(key, entered));
}

using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>Who has the open tasks of a case in hand when it is taken over.</summary>
internal static class ToldHolders
{
    internal static Refusal? Hold(CaseTurn turn, AdoptCase command)
    {
        foreach (var (key, person) in command.Holders)
        {
            if (Refused(turn, key, person) is { } refusal)
                return refusal;
            turn.Apply(new StepClaimed(key, person));
        }

        return null;
    }

    private static Refusal? Refused(CaseLook look, string key, string person)
    {
        if (look.State.Steps.GetValueOrDefault(key) is not { Status: StepStatus.Open } step || !IsTaken(look, key))
            return AdoptRefusals.NoTask(Naming.Step(look, key), Naming.Person(look, person));
        if (Actors.Find(look, person) is not { } known)
            return Actors.Unknown(person);
        if (!step.Entitled.Any(e => e.Admits(known)))
            return NotEntitled(look, step, known);
        return look.Process.Find(key) is StepNode node ? Actors.Apart(look, node, [person]) : null;
    }

    // In a joint review everybody answers for themselves.
    private static bool IsTaken(CaseLook look, string key) => look.Process.Find(key) is WorkNode and not JointNode;

    private static Refusal NotEntitled(CaseLook look, StepState step, PersonFact person) =>
        AdoptRefusals.NotEntitled(
            Naming.Step(look, step.Key),
            Naming.Person(person),
            MessageValue.List(step.Entitled.Select(e => Naming.Post(look, e)))
        );
}

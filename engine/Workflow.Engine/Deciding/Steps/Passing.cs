using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Where one person has two steps in a row, the rule of the second may run an outcome in their name instead of asking again.</summary>
internal static class Passing
{
    /// <summary>Runs the outcome where the one who has the task acted in the step just before. What would need them to enter anything waits for them.</summary>
    internal static void Pass(CaseTurn turn, StepNode node, string key, Choice choice)
    {
        if (node.PassesBySame is not { } id || node.Officers > 1 || (choice.Assigned?.Person ?? choice.Only) is not { } person)
            return;
        if (Before(turn, key) is not { Completed: { } done } before || !IsBy(done, person) || CameBack(turn, key, before))
            return;
        var outcome = node.Outcomes.Single(o => o.Id == id);
        var because = new SamePerson(before.Key, turn.Process.Find(before.Key)!.Title, done.On);
        var command = new Complete
        {
            Step = key,
            Outcome = id,
            Reasons = because.OnPaper,
        };
        var act = Act.ByRule(RuleNames.SamePerson, turn.On) with { For = person, Because = because };
        if (MayPass(turn, node, command, outcome))
            Completion.Complete(turn, node, key, outcome, act);
    }

    private static bool MayPass(CaseLook look, StepNode node, Complete command, OutcomeRule outcome) =>
        (
            StepGuards.Held(look, command.Step)
            ?? StepGuards.Allowed(look, node, command.Step, outcome)
            ?? Completion.Lacks(look, node, command, outcome)
        )
            is null;

    // Sent back, a step waits for a person, or nobody would hear the reasons; unless the one before it was done again since.
    private static bool CameBack(CaseLook look, string key, StepState before) =>
        look.State.Superseded.LastOrDefault(s => s.Key == key) is { } run && before.Revision <= run.Revision;

    // What somebody did on paper for a visitor was no act of their own.
    private static bool IsBy(StepCompleted done, string person) =>
        (done.By == person && !VisitorId.Is(done.For)) || (done.Because is SamePerson && done.For == person);

    // The nearest step before it in its list that was done; at the head of an outcome's list the step that had that outcome.
    private static StepState? Before(CaseLook look, string key)
    {
        var place = look.Process.PlaceOf(key)!;
        var earlier = place
            .List.TakeWhile(n => n.Id != place.Node.Id)
            .Select(n => look.Run(n.Id))
            .LastOrDefault(s => s is { Status: not StepStatus.Skipped });
        return earlier ?? (place.Owner is { Node: StepNode owner } ? look.Run(owner.Id) : null);
    }
}

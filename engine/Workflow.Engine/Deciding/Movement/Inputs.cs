using System.Diagnostics;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Whether what a finished step stands on is another thing now, because an earlier step was done again.</summary>
internal static class Inputs
{
    /// <summary>The finished run of a step before the present one; null for none.</summary>
    internal static StepState? Before(CaseLook look, string key) =>
        look.State.Superseded.LastOrDefault(s => s.Key == key && s.Completed is not null);

    /// <summary>Whether a step behind one that was done again cannot stand: something it needs has changed, or its condition comes out otherwise.</summary>
    /// <param name="look">The decision in the making.</param>
    /// <param name="node">The step behind.</param>
    /// <param name="before">The earlier run of the step that was done again.</param>
    internal static bool RunsAgain(CaseLook look, Node node, StepState before)
    {
        var place = look.Process.PlaceOf(node.Id)!;
        if (place.Around.Prepend(place).Any(p => p.AnyTime) || look.State.Steps.GetValueOrDefault(node.Id) is not { } step)
            return false;
        return step.Status switch
        {
            StepStatus.Done => NeedsAnother(look, node, before)
                || ChoosesOtherwise(look, node, step, before)
                || NoLongerApplies(look, node, before),
            // Work that is open where it does not apply any more would hold up the case for ever: it is closed, and passed over.
            StepStatus.Open or StepStatus.Following => NoLongerApplies(look, node, before),
            StepStatus.Skipped => Changed(look, node.When, before) && Evaluation.IsTrue(node.When, look.Values),
            StepStatus.Withdrawn => false,
            _ => throw new UnreachableException($"No answer for {step.Status}."),
        };
    }

    /// <summary>Whether what a joint review was asked about has changed since its last run, so that answers given then do not stand.</summary>
    internal static bool HaveChanged(CaseLook look, WorkNode node)
    {
        var since = look.State.Superseded.AsEnumerable().Reverse().TakeWhile(s => s.Key != node.Id);
        var target = look.State.Awaits.TryGetValue(node.Id, out var to) ? Before(look, to) : null;
        var again = since.Append(target).OfType<StepState>().Where(before => IsDoneAgain(look, before));
        return again.Any(before => NeedsAnother(look, node, before));
    }

    private static bool IsDoneAgain(CaseLook look, StepState before) =>
        before.Completed is not null && look.State.Steps.GetValueOrDefault(before.Key)?.Completed is not null;

    private static bool NeedsAnother(CaseLook look, Node node, StepState before) =>
        node is WorkNode work && work.Needs.Any(need => Changed(look, need, before));

    // What was done where it does not apply any more does not stand: it is opened again, and passed over.
    private static bool NoLongerApplies(CaseLook look, Node node, StepState before) =>
        Changed(look, node.When, before) && !Evaluation.IsTrue(node.When, look.Values);

    private static bool ChoosesOtherwise(CaseLook look, Node node, StepState step, StepState before) =>
        node is ChoiceNode choice
        && choice.Cases.Any(c => Changed(look, c.When, before))
        && choice.Cases.First(c => Evaluation.IsTrue(c.When, look.Values)).Body.Id != step.Outcome;

    private static bool Changed(CaseLook look, Expression? need, StepState before)
    {
        var now = look.State.Steps[before.Key].Completed!;
        return ExpressionParts
            .Leaves(need)
            .Any(leaf =>
                leaf switch
                {
                    StepField f => f.Step == before.Key && HasAnotherValue(f.Field, now, before.Completed),
                    OutcomeOf o => o.Step == before.Key && now.Outcome != before.Outcome,
                    DocumentNumber d => IsIssuedAt(look, before.Key, d.Document),
                    DocumentValidity d => IsIssuedAt(look, before.Key, d.Document),
                    Operand or Condition => false,
                    _ => throw new UnreachableException($"No answer for {leaf.GetType().Name}."),
                }
            );
    }

    private static bool HasAnotherValue(string field, StepCompleted now, StepCompleted? before) =>
        !Equals(now.Fields.GetValueOrDefault(field), before?.Fields.GetValueOrDefault(field));

    // A document that was issued again has another number, or at least another text.
    private static bool IsIssuedAt(CaseLook look, string key, string document) =>
        look.Process.Find(key) is { } redone && Outline.Bodies(redone).Any(o => o.Issues.Contains(document));
}

using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Rows;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>What was decided on the form as it stood. A correction does not go round it: what was asked of the old value is asked again.</summary>
internal sealed class DecidedOnForm
{
    private readonly CaseLook _before;
    private readonly CaseLook _after;
    private readonly HashSet<string> _changed;

    /// <summary>Looks at a correction before it is recorded.</summary>
    /// <param name="look">The decision in the making.</param>
    /// <param name="fields">The corrected values by field id.</param>
    internal DecidedOnForm(CaseLook look, ImmutableSortedDictionary<string, FieldValue> fields)
    {
        var state = look.State with { Form = look.State.Form.SetItems(fields) };
        // The case as it is now: the decision goes on, and this has to know what was.
        (_before, _after) = (new CaseLook(look.Process, look.State, look.Stamp), new CaseLook(look.Process, state, look.Stamp));
        _changed = [.. fields.Where(f => !TableRows.AreSame(look.State.Form.GetValueOrDefault(f.Key), f.Value)).Select(f => f.Key)];
        // What a concluded case was decided on its head corrects, and answers for.
        if (!look.IsOpen)
            _changed.Clear();
    }

    /// <summary>Returns what stands against the correction; null for nothing.</summary>
    internal Refusal? Refusal() => CorrectedRows.Moved(_before, _after, _changed) ?? Served();

    /// <summary>After the correction was recorded: what stands on the old value runs again, with all that came after it.</summary>
    internal void RunAgain(CaseTurn turn, string reasons)
    {
        foreach (var key in CorrectedRows.Gone(_before, _after, _changed).ToList())
            Supersession.Again(turn, key, reasons, [key]);
        if (First() is { } first)
            Supersession.Again(turn, first.Node.Id, reasons, [.. Supersession.Between(turn, first.Node.Id)]);
    }

    // What the parties have in their hands no correction takes away.
    private Refusal? Served() =>
        First() is { } first && Serving.StandsInTheWay(_before, Supersession.Between(_before, first.Node.Id), first.Node.Id) is not null
            ? FormRefusals.Served(Naming.Step(_before, first.Node.Id))
            : null;

    // The first step that comes out otherwise; of one in a block that has ended, the block.
    private Place? First() =>
        _before
            .Process.Places.Where(p => !p.Around.Prepend(p).Any(a => a.AnyTime) && !_before.Process.IsAfter(p.Node.Id))
            .OrderBy(p => p.Order)
            .FirstOrDefault(p => _before.Run(p.Node.Id) is { } step && ComesOutOtherwise(p.Node, step))
            is { } place
            ? place.Around.LastOrDefault(a => _before.Run(a.Node.Id) is { Status: StepStatus.Done }) ?? place
            : null;

    private bool ComesOutOtherwise(Node node, StepState step) =>
        step.Status switch
        {
            StepStatus.Skipped => AppliesOtherwise(node),
            StepStatus.Open => AppliesOtherwise(node) || ChoosesOtherwise(node, step) || IsForAnother(node),
            StepStatus.Following => AppliesOtherwise(node) || ChoosesOtherwise(node, step),
            StepStatus.Done => AppliesOtherwise(node) || ChoosesOtherwise(node, step) || NeedsIt(node),
            StepStatus.Withdrawn => false,
            _ => throw new UnreachableException($"Nobody said what a correction does to a step that is {step.Status}."),
        };

    private bool AppliesOtherwise(Node node) =>
        Speaks(node.When) && RowConditions.Apply(_before, node) != RowConditions.Apply(_after, node);

    private bool ChoosesOtherwise(Node node, StepState step) =>
        node is ChoiceNode choice
        && choice.Cases.Any(c => Speaks(c.When))
        && choice.Cases.First(c => Evaluation.IsTrue(c.When, _after.Values)).Body.Id != step.Outcome;

    // The form names the office whose task it is, and now names another, or one at all.
    private bool IsForAnother(Node node) =>
        _changed.Count > 0
        && node is WorkNode work
        && !Entitlements.Of(work, _before.State).SequenceEqual(Entitlements.Of(work, _after.State));

    private bool NeedsIt(Node node) => node is WorkNode work && work.Needs.Any(Speaks);

    private bool Speaks(Expression? asked) =>
        ExpressionParts
            .Leaves(asked)
            .Any(e => e is FormField f && _changed.Contains(f.Field) || e is RowField { Step: null } r && _changed.Contains(r.Table));
}

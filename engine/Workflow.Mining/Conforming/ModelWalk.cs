using System.Diagnostics;
using Workflow.Engine.Processes;

namespace Workflow.Mining.Conforming;

/// <summary>
/// Opens what comes next, as the engine's own walk over the block structure does: the structure alone says what that is.
/// Where a condition cannot be known from a log, the walk stops and the search tries each way.
/// </summary>
/// <param name="model">The definition.</param>
/// <param name="state">Where the case stands; changed in place.</param>
/// <param name="absent">The parties that the case is known not to have.</param>
internal sealed class ModelWalk(ProcessModel model, ModelState state, IReadOnlySet<string> absent)
{
    // More rounds than any sound definition takes between two acts.
    private const int MostRounds = 1_000;

    private enum ModelProgress
    {
        Waiting,
        Done,
        Jumped,
    }

    /// <summary>Goes on until somebody has to act, a condition is in doubt, or the case has ended.</summary>
    internal void GoOn()
    {
        for (var round = 0; round < MostRounds && !state.HasEnded; round++)
        {
            var progress = Round();
            if (progress == ModelProgress.Waiting)
                return;
            if (progress == ModelProgress.Done)
                state.HasEnded = true;
        }
    }

    private ModelProgress Round() => AnyTime() is ModelProgress.Jumped ? ModelProgress.Jumped : List(model.Steps);

    /// <summary>Gives a leaf its outcome; what follows is for <see cref="GoOn"/>.</summary>
    internal void Complete(ModelOutcome outcome)
    {
        // What is done once more at any time does what follows from it anew.
        if (outcome.Node.IsAnyTime)
            foreach (var node in outcome.Node.Inner)
                state.Begin(node);
        state.Complete(outcome);
        state.CloseInside(outcome.Node.AnyTime.SelectMany(n => n.Whole));
    }

    /// <summary>The cases of a choice that may be taken: all whose condition may hold, up to the first that does.</summary>
    internal IEnumerable<ModelOutcome> Open(ModelNode choice)
    {
        foreach (var one in choice.Outcomes)
        {
            var holds = Truths.Of(one.When, model, state);
            if (holds != false)
                yield return one;
            if (holds == true)
                yield break;
        }
    }

    private ModelProgress List(ModelNode[] nodes)
    {
        foreach (var node in nodes)
            if (Step(node) is not ModelProgress.Done and var progress)
                return progress;
        return ModelProgress.Done;
    }

    private ModelProgress Step(ModelNode node)
    {
        if (state.IsUntouched(node))
            state.SetOpen(node, Applies(node));
        if (state.IsDoubtful(node))
            return ModelProgress.Waiting;
        if (state.IsOpen(node) && Inside(node) is not ModelProgress.Done and var inside)
            return inside;
        return Follow(node);
    }

    private bool? Applies(ModelNode node)
    {
        if (node.Node is not StepNode { By: PartyRole party })
            return Truths.Of(node.Node.When, model, state);
        if (absent.Contains(party.Role))
            return false;
        var holds = Truths.Of(node.Node.When, model, state);
        // A step of a party that the case does not have does not apply; only the first party is always there.
        return holds == true && party.Role != model.Definition.Parties.FirstOrDefault()?.Role ? null : holds;
    }

    private ModelProgress Inside(ModelNode node) =>
        node.Node switch
        {
            ParallelNode p => Branches(node, p),
            ChoiceNode => Choose(node),
            WorkNode => ModelProgress.Waiting,
            _ => throw new UnreachableException($"No answer for {node.Node.GetType().Name}."),
        };

    private ModelProgress Branches(ModelNode node, ParallelNode block)
    {
        if (Ended(node) is not { } done)
            return ModelProgress.Jumped;
        if (done < (block.Join ?? node.Branches.Length))
            return ModelProgress.Waiting;
        state.CloseInside(node.Branches.SelectMany(b => b).SelectMany(n => n.Whole));
        state.Complete(node.Outcomes[0]);
        return ModelProgress.Done;
    }

    // How many branches have come to their end; null where one of them went elsewhere, and no later one is walked.
    private int? Ended(ModelNode node)
    {
        var done = 0;
        foreach (var branch in node.Branches)
        {
            var progress = List(branch);
            if (progress == ModelProgress.Jumped)
                return null;
            if (progress == ModelProgress.Done)
                done++;
        }

        return done;
    }

    private ModelProgress Choose(ModelNode node)
    {
        if (Open(node).Take(2).ToList() is not [var only])
            return ModelProgress.Waiting;
        state.Complete(only);
        return ModelProgress.Done;
    }

    private ModelProgress Follow(ModelNode node)
    {
        if (!state.IsFollowing(node))
            return ModelProgress.Done;
        var outcome = state.OutcomeOf(node)!;
        var progress = List(outcome.Steps);
        return progress == ModelProgress.Done ? Exit(outcome) : progress;
    }

    private ModelProgress Exit(ModelOutcome outcome)
    {
        Go(outcome);
        if (state.IsFollowing(outcome.Node))
            state.Finish(outcome);
        return outcome.Rule.Exit is null ? ModelProgress.Done : ModelProgress.Jumped;
    }

    private void Go(ModelOutcome outcome)
    {
        foreach (var node in outcome.Undone)
            state.Undo(node);
        if (outcome.Rule.Exit is LeaveExit)
            Leave(outcome.Left!);
        if (outcome.Rule.Exit is EndExit)
            state.HasEnded = true;
    }

    private void Leave(ModelNode block)
    {
        state.CloseInside(block.Inner);
        if (state.OutcomeOf(block) is { } outcome)
            state.Finish(outcome);
        else
            state.Skip(block);
    }

    private ModelProgress AnyTime()
    {
        foreach (var node in model.Nodes.Where(n => n.IsAnyTime))
            if (state.IsFollowing(node) && Follow(node) == ModelProgress.Jumped)
                return ModelProgress.Jumped;
        return ModelProgress.Done;
    }
}

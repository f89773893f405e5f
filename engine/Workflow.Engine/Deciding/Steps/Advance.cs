using System.Diagnostics;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Deciding.Movement;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Where walking a list of steps came to.</summary>
internal enum Progress
{
    /// <summary>Somebody has to act.</summary>
    Waiting,

    /// <summary>It is finished.</summary>
    Done,

    /// <summary>An exit was taken: begin again from the top.</summary>
    Jumped,
}

/// <summary>Walks the block structure and opens what comes next. The structure alone says what that is.</summary>
internal static class Advance
{
    /// <summary>More rounds than any sound definition takes; more is a loop without a person in it.</summary>
    private const int Bound = 1_000;

    internal static void Run(CaseTurn turn)
    {
        for (var round = 0; turn.State.Concluding is null && (turn.IsOpen || AfterCare.Runs(turn)); round++)
        {
            if (round == Bound)
                throw new InvalidOperationException($"Advancing {turn.State.Number} did not come to an end.");
            var progress = AnyTime(turn);
            if (progress != Progress.Jumped)
                progress = List(turn, turn.IsOpen ? turn.Definition.Steps : turn.Definition.After);
            if (progress == Progress.Waiting)
                return;
            if (progress == Progress.Done)
                End(turn);
        }
    }

    private static void End(CaseTurn turn)
    {
        if (turn.IsOpen)
            Exits.Conclude(turn, Ends.Done);
        else
            AfterCare.Close(turn);
    }

    private static Progress List(CaseTurn turn, IReadOnlyList<Node> nodes)
    {
        var all = Progress.Done;
        foreach (var node in nodes)
        {
            // Behind a step that a return sent the case back to, what runs already goes on; nothing new opens.
            if (all == Progress.Waiting && !IsThere(turn, node.Id))
                break;
            var progress = Step(turn, node, node.Id);
            if (progress == Progress.Jumped)
                return progress;
            if (progress != Progress.Waiting)
                continue;
            all = progress;
            if (!StraightBack.IsAwaited(turn, node.Id))
                break;
        }

        return all;
    }

    private static Progress Step(CaseTurn turn, Node node, string key)
    {
        if (!IsThere(turn, key) && StraightBack.Waits(turn, key))
            return Progress.Waiting;
        if (!IsThere(turn, key) && !TryOpen(turn, node, key))
            return Progress.Done;
        if (turn.State.Steps[key].Status == StepStatus.Open && Inside(turn, node) is not Progress.Done and var inside)
            return inside;
        return Follow(turn, node, turn.State.Steps[key]);
    }

    private static bool IsThere(CaseLook look, string key) => look.State.Steps.ContainsKey(key);

    // What runs inside an open block; a step of one post has nothing inside.
    private static Progress Inside(CaseTurn turn, Node node) =>
        node switch
        {
            ParallelNode p => Branches(turn, p),
            ChoiceNode c => Choose(turn, c),
            WorkNode { IsRepeated: true } w => Rows(turn, w),
            WorkNode => Progress.Done,
            _ => throw new UnreachableException($"No answer for {node.GetType().Name}."),
        };

    private static Progress Follow(CaseTurn turn, Node node, StepState step)
    {
        if (step.Status == StepStatus.Open)
            return Progress.Waiting;
        if (step.Status != StepStatus.Following)
            return Progress.Done;
        var body = Outline.Bodies(node).Single(o => o.Id == step.Outcome);
        var progress = List(turn, body.Steps);
        return progress == Progress.Done ? Exits.Take(turn, node, step.Key, body) : progress;
    }

    private static bool TryOpen(CaseTurn turn, Node node, string key)
    {
        var applies = !IsOfAbsentParty(turn, node) && RowConditions.Apply(turn, node);
        if (applies)
            Opening.Open(turn, node, key);
        else
            turn.Apply(new StepSkipped(key));
        return applies;
    }

    // A step of a party that the case does not have does not apply.
    private static bool IsOfAbsentParty(CaseLook look, Node node) =>
        node is StepNode { By: PartyRole party } && look.State.Parties.All(p => p.Role != party.Role);

    private static Progress Branches(CaseTurn turn, ParallelNode node)
    {
        var done = new List<Branch>();
        foreach (var branch in node.Branches)
        {
            var progress = List(turn, branch.Steps);
            if (progress == Progress.Jumped)
                return progress;
            if (progress == Progress.Done)
                done.Add(branch);
        }

        if (done.Count < (node.Join ?? node.Branches.Length))
            return Progress.Waiting;
        Join(turn, node, done);
        return Progress.Done;
    }

    private static void Join(CaseTurn turn, ParallelNode node, List<Branch> done)
    {
        Withdrawal.WithdrawAll(turn, Outline.All(node.Branches.SelectMany(b => b.Steps)), PutAside.Joined, turn.On);
        turn.NotBefore(Outline.All(done.SelectMany(b => b.Steps)).Max(n => turn.Run(n.Id)?.Completed?.On));
        Completion.Complete(turn, node, node.Id, node.Done, Act.ByRule(RuleNames.Join, turn.On));
    }

    private static Progress Choose(CaseTurn turn, ChoiceNode node)
    {
        var taken = node.Cases.First(c => Evaluation.IsTrue(c.When, turn.Values));
        Completion.Complete(turn, node, node.Id, taken.Body, Act.ByRule(RuleNames.Choice, turn.On));
        return Progress.Done;
    }

    private static Progress Rows(CaseTurn turn, WorkNode node)
    {
        RowConditions.OpenRows(turn, node);
        var keys = LotRows.KeysOf(turn.State, node);
        if (keys.Exists(k => turn.State.Steps[k].Status == StepStatus.Open))
            return Progress.Waiting;
        if (RowConditions.NoneIsLeft(turn, node, keys))
            Withdrawal.Withdraw(turn, node.Id, PutAside.Recused, turn.On);
        else
            Conclude(turn, node, keys);
        return Progress.Done;
    }

    private static void Conclude(CaseTurn turn, WorkNode node, List<string> keys)
    {
        turn.NotBefore(keys.Max(k => turn.State.Steps[k].Completed?.On));
        Completion.Complete(turn, node, node.Id, Together(turn, node, keys), Act.ByRule(RuleNames.Rows, turn.On));
    }

    // The whole has the outcome written last among those its rows came to: designers write the exception after the rule.
    private static OutcomeRule Together(CaseLook look, WorkNode node, List<string> keys) =>
        node.Outcomes.LastOrDefault(o => keys.Exists(k => look.State.Steps[k].Outcome == o.Id)) ?? node.Outcomes[0];

    private static Progress AnyTime(CaseTurn turn)
    {
        foreach (var place in turn.Process.Places.Where(p => p.AnyTime))
            if (turn.Run(place.Node.Id) is { Status: StepStatus.Following } step && Follow(turn, place.Node, step) == Progress.Jumped)
                return Progress.Jumped;
        return Progress.Done;
    }
}

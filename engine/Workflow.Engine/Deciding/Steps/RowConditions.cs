using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>
/// Asks the condition of a step that opens once per row. One that speaks of the row is asked for each row as it would open;
/// any other is asked once, for the whole.
/// </summary>
internal static class RowConditions
{
    /// <summary>Whether each row of a node has an answer of its own.</summary>
    internal static bool AreAsked(Node node) => node is WorkNode { IsRepeated: true } && ExpressionParts.SpeaksOfRow(node.When);

    /// <summary>Whether a node applies at all: where its rows are asked, whether one of them does, or is at work already.</summary>
    internal static bool Apply(CaseLook look, Node node) =>
        AreAsked(node)
            ? LotRows.Rows(look.State, (WorkNode)node).Any(row => IsAtWork(look, node, row) || Applies(look, (WorkNode)node, row))
            : Evaluation.IsTrue(node.When, look.Values);

    /// <summary>Opens the rows that are not there yet, and puts down those that do not apply.</summary>
    internal static void OpenRows(CaseTurn turn, WorkNode node)
    {
        foreach (var row in LotRows.Rows(turn.State, node).ToList())
        {
            var key = StepKey.OfRow(node.Id, row);
            if (turn.State.Steps.ContainsKey(key))
                continue;
            if (!AreAsked(node) || Applies(turn, node, row))
                Opening.Open(turn, node, key);
            else
                turn.Apply(new StepSkipped(key));
        }
    }

    /// <summary>Whether no row of a step applies any more, because those that did have stepped back.</summary>
    internal static bool NoneIsLeft(CaseLook look, WorkNode node, IEnumerable<string> keys) =>
        AreAsked(node) && keys.All(k => look.State.Steps[k].Status == StepStatus.Skipped);

    /// <summary>Whether a key is that of a row which did not come to the outcome by which a step sends its own rows back.</summary>
    /// <param name="look">The decision.</param>
    /// <param name="from">The step that sends back.</param>
    /// <param name="outcome">The outcome by which it does.</param>
    /// <param name="key">The key.</param>
    internal static bool Stands(CaseLook look, string from, string outcome, string key) =>
        look.Process.Find(from) is WorkNode own
        && look.Process.Find(key) is WorkNode { IsRepeated: true } other
        && !other.IsWhole(key)
        && HaveSameRows(own, other)
        && look.Run((StepKey.Parse(key) with { Id = from }).Key)?.Outcome != outcome;

    private static bool HaveSameRows(WorkNode one, WorkNode other) =>
        (one.ForEach, one.ForEachStep, one.ForEachDrawn) == (other.ForEach, other.ForEachStep, other.ForEachDrawn);

    // Before a sealed draw nobody knows what stands in the rows it will give: who only asks is told of a task that may come.
    private static bool Applies(CaseLook look, WorkNode node, int row) =>
        IsSupposed(look, node) && ExpressionParts.Leaves(node.When).Any(e => e is RowField)
        || Evaluation.IsTrue(node.When, new CaseValues(look.Process, look.State, look.Calendar, row));

    private static bool IsSupposed(CaseLook look, WorkNode node) => node.ForEachDrawn is { } draw && look.Run(draw)?.Lots is { Seed: "" };

    private static bool IsAtWork(CaseLook look, Node node, int row) =>
        look.Run(StepKey.OfRow(node.Id, row)) is { Status: not StepStatus.Skipped };
}

using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Table = System.Collections.Immutable.ImmutableArray<System.Collections.Immutable.ImmutableSortedDictionary<
    string,
    Workflow.Engine.Expressions.FieldValue
>>;

namespace Workflow.Engine.Deciding.Rows;

/// <summary>The rows of a table of the form that steps open for, when the table is corrected. The place of a row is what its work is known by.</summary>
internal static class CorrectedRows
{
    /// <summary>Returns the refusal of a correction that moves, changes or takes away a row that was worked on, or adds one that nobody would be asked about.</summary>
    /// <param name="before">The case before the correction.</param>
    /// <param name="after">The case after it.</param>
    /// <param name="changed">The fields that it changes.</param>
    internal static Refusal? Moved(CaseLook before, CaseLook after, HashSet<string> changed)
    {
        foreach (var node in Asked(before, changed))
            if (Wrong(before, after, node) is { } row)
                return FormRefusals.RowWorkedOn(Naming.Step(node), Naming.Field(before, node.ForEach!), row);
        return null;
    }

    /// <summary>Returns the keys of tasks that nobody has begun and whose rows are no longer there.</summary>
    internal static IEnumerable<string> Gone(CaseLook before, CaseLook after, HashSet<string> changed) =>
        from node in Asked(before, changed)
        from key in LotRows.KeysOf(before.State, node).Except(LotRows.KeysOf(after.State, node))
        where before.Run(key) is not null
        select key;

    private static IEnumerable<WorkNode> Asked(CaseLook look, HashSet<string> changed) =>
        look.Process.RowsOf(null).Where(n => changed.Contains(n.ForEach!) && look.Run(n.Id) is { Status: not StepStatus.Skipped });

    private static int? Wrong(CaseLook before, CaseLook after, WorkNode node) =>
        Wrong(before, node, FilledTables.RowsOf(before.State, node), FilledTables.RowsOf(after.State, node));

    /// <summary>Returns the first row that may not be as it would be; null where all may.</summary>
    /// <param name="before">The case before.</param>
    /// <param name="node">The step that opens for each row.</param>
    /// <param name="rows">The rows as they are.</param>
    /// <param name="corrected">The rows as they would be.</param>
    internal static int? Wrong(CaseLook before, WorkNode node, Table rows, Table corrected)
    {
        var isOver = before.Run(node.Id) is not { Status: StepStatus.Open };
        for (var row = 1; row <= rows.Length; row++)
            if (before.Run(StepKey.OfRow(node.Id, row)) is { } run && (isOver || IsWorkedOn(node, run)))
                if (row > corrected.Length || !TableRows.AreSame(rows[row - 1], corrected[row - 1]))
                    return row;
        return isOver && corrected.Length > rows.Length ? rows.Length + 1 : null;
    }

    // Where each row has a condition, the answer was given of the row as it was.
    private static bool IsWorkedOn(WorkNode node, StepState run) =>
        RowConditions.AreAsked(node)
        || run.Status != StepStatus.Open
        || run.ClaimedBy is not null
        || run.Proposed is not null
        || run.Actors.Any();
}

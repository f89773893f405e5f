using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Rows;

/// <summary>The rows of a table that a step fills, when the step is done again while work on them stands: what holds for a table of the form that is corrected holds for them.</summary>
internal static class FilledRows
{
    /// <summary>Refuses an outcome that moves, changes or takes away a row that was worked on, or adds one that nobody would be asked about.</summary>
    internal static Refusal? Moved(CaseLook look, Complete command)
    {
        foreach (var node in Asked(look, command.Step))
        {
            var filled = FilledTables.Rows(command.Fields.GetValueOrDefault(node.ForEach!));
            if (CorrectedRows.Wrong(look, node, FilledTables.RowsOf(look.State, node), filled) is { } row)
                return FormRefusals.RowWorkedOn(Naming.Step(node), Naming.Field(look, command.Step, node.ForEach!), row);
        }

        return null;
    }

    /// <summary>After the step was done again: tasks that nobody has begun and whose rows are no longer there are put aside.</summary>
    internal static void PutAside(CaseTurn turn, string key)
    {
        foreach (var node in Asked(turn, key))
        foreach (var gone in Gone(turn, node).ToList())
            Supersession.Again(turn, gone, null, [gone]);
    }

    private static IEnumerable<WorkNode> Asked(CaseLook look, string key) =>
        look.Process.RowsOf(key).Where(n => look.Run(n.Id) is { Status: not StepStatus.Skipped });

    private static IEnumerable<string> Gone(CaseLook look, WorkNode node) =>
        look
            .State.Steps.Keys.Where(k => StepKey.Parse(k) is { Row: not null } row && row.Id == node.Id)
            .Except(LotRows.KeysOf(look.State, node));
}

using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Record.State;

/// <summary>The rows for which steps open: those of a table of the form, or of one that a step fills.</summary>
internal static class FilledTables
{
    /// <summary>Returns the rows of the table of a step that opens once per row.</summary>
    internal static ImmutableArray<ImmutableSortedDictionary<string, FieldValue>> RowsOf(CaseState state, WorkNode node) =>
        RowsOf(state, node.ForEachStep, node.ForEach!);

    /// <summary>Returns the rows of a table.</summary>
    /// <param name="state">The case.</param>
    /// <param name="step">The step that fills it; null for the form.</param>
    /// <param name="field">The field.</param>
    internal static ImmutableArray<ImmutableSortedDictionary<string, FieldValue>> RowsOf(CaseState state, string? step, string field) =>
        Rows(step is null ? state.Form.GetValueOrDefault(field) : Filled(state, step)?.Fields.GetValueOrDefault(field));

    /// <summary>Returns the rows that a value has.</summary>
    internal static ImmutableArray<ImmutableSortedDictionary<string, FieldValue>> Rows(FieldValue? value) =>
        (value as RowsValue)?.Rows ?? [];

    // While the step is done again, what it filled in before stands: work on its rows goes on.
    private static StepCompleted? Filled(CaseState state, string step) =>
        state.Steps.GetValueOrDefault(step) is { Status: not StepStatus.Open } run
            ? run.Completed
            : state.Superseded.LastOrDefault(s => s.Key == step && s.Completed is not null)?.Completed;
}

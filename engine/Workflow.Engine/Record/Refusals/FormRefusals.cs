using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals about the form of a case.</summary>
internal static class FormRefusals
{
    /// <summary>The process asks for nothing at lodging.</summary>
    internal static Refusal None(NameValue process) => new("form.none", ("process", process));

    /// <summary>A row that was worked on would be moved, changed or lost, or one added behind a step that is over.</summary>
    internal static Refusal RowWorkedOn(NameValue step, NameValue field, int row) =>
        new("form.row_worked_on", ("step", step), ("field", field), ("row", row));

    /// <summary>A step would have to run again, and what came of it was served.</summary>
    internal static Refusal Served(NameValue step) => new("form.served", ("step", step));

    /// <summary>No field is given to correct.</summary>
    internal static Refusal NothingCorrected() => new("form.nothing_corrected");
}

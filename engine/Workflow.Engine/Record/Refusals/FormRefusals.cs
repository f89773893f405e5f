using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals about the form of a case.</summary>
internal static class FormRefusals
{
    /// <summary>The process asks for nothing at lodging.</summary>
    internal static Refusal None(NameValue process) => new("form.none", ("process", process));

    /// <summary>No field is given to correct.</summary>
    internal static Refusal NothingCorrected() => new("form.nothing_corrected");
}

using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>The organ to which a paper goes that is for no party, such as a letter by which a case is handed over 移送函.</summary>
internal static class PaperOrgan
{
    /// <summary>Returns the name of the organ; null where nobody entered it.</summary>
    internal static string? Name(IValues values, DocumentType type) =>
        type.Organ is { } organ && Evaluation.Value(organ, values) is TextValue { Text: var name } && !PlainText.IsBlank(name)
            ? PlainText.OnOneLine(name)
            : null;

    /// <summary>Whether a paper for an organ would be issued without one.</summary>
    internal static bool IsOpen(CaseLook look, DocumentType type, Complete command) =>
        type.Organ is not null && Name(AsRecorded(look, command), type) is null;

    private static CaseValues AsRecorded(CaseLook look, Complete command) =>
        new(look.Process, look.State, look.Calendar) { Recording = (StepKey.IdOf(command.Step), command.Fields) };
}

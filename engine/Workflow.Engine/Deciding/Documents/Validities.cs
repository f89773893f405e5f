using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>Until when a paper is valid 有效期: so long from its own day, or until the day that somebody entered.</summary>
internal static class Validities
{
    /// <summary>Returns the last day of a paper that is issued on a day; null where it has none.</summary>
    internal static DateOnly? Until(CaseLook look, DocumentType type, DateOnly on) =>
        type.Valid switch
        {
            { Period: { } period } => DueDates.Reckon(Counted(look, period, on), look.Calendar).On,
            { Until: { } day } => (Evaluation.Value(day, look.Values) as DateValue)?.Date,
            _ => null,
        };

    /// <summary>Whether a paper whose last day somebody enters would be issued without one.</summary>
    internal static bool IsOpen(CaseLook look, DocumentType type, Complete command) =>
        type.Valid is { Until: { } day } && Evaluation.Value(day, Recording(look, command)) is not DateValue;

    private static CaseValues Recording(CaseLook look, Complete command) =>
        new(look.Process, look.State, look.Calendar) { Recording = (StepKey.IdOf(command.Step), command.Fields) };

    // A period of months ends on the day of the same number, and nothing moves the end of a validity.
    private static Reckoning Counted(CaseLook look, Period period, DateOnly on) =>
        new(period, Counting.Forward, on, look.Calendar.StartOf(on), [], RollRule.None);
}

using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>
/// Days that somebody tells in a field and from which something runs: the day of a service, and one that starts a period. They are
/// told within the limit within which an earlier day may be recorded at all.
/// </summary>
internal static class LateDays
{
    internal static Refusal? Check(CaseLook look, OutcomeRule outcome, Complete command) =>
        Backdating.IsHeldToProof(look)
            ? Told(look, outcome, command).Select(day => TooLate(look, command.Step, day)).FirstOrDefault(r => r is not null)
            : null;

    private static Refusal? TooLate(CaseLook look, string key, DateOnly day)
    {
        var (most, late) = (look.Definition.LateRecordingWorkingDays, look.Calendar.CountWorkdays(day, look.Today));
        return late <= most || Backdating.IsProvenLate(look, look.State, day)
            ? null
            : ClockRefusals.ToldTooLate(Naming.Step(look, key), day, most, late);
    }

    private static IEnumerable<DateOnly> Told(CaseLook look, OutcomeRule outcome, Complete command) =>
        outcome
            .Marks.Where(m => Starts(look, m.Moment))
            .Select(m => m.DayField)
            .Append(outcome.Serves?.DayField)
            .Select(field => field is null ? null : command.Fields.GetValueOrDefault(field))
            .OfType<DateValue>()
            .Select(told => told.Date);

    private static bool Starts(CaseLook look, string moment) => DefinedClocks.All(look.Definition).Any(r => r.From.Contains(moment));
}

using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding;

/// <summary>Guards about time that hold for every command.</summary>
internal static class Timing
{
    internal static Refusal? Check(CaseLook look, CaseCommand command)
    {
        if (look.Stamp.RecordedAt < look.State.LastAt)
            return CaseRefusals.RecordedTooEarly(look.State.LastAt, look.Stamp.RecordedAt);
        if (command is ISettles)
            return look.Stamp.IsRule ? null : ClockRefusals.RuleOnly();
        if (Settling.Next(look.State, look.Stamp.RecordedAt, look.Calendar) is not null)
            return CaseRefusals.NotSettled();
        return look.Stamp.IsRule ? null : Effective(look, command);
    }

    private static Refusal? Effective(CaseLook look, CaseCommand command)
    {
        if (look.On == look.Today)
            return null;
        if (look.On > look.Today)
            return CaseRefusals.InFuture(look.Today, look.On);
        if (PlainText.IsBlank(look.Stamp.Document))
            return CaseRefusals.ProofMissing(look.On);
        return Backdating.Check(look) ?? BeforeLodging(look) ?? BuiltOn.Check(look, command) ?? TooLate(look);
    }

    private static Refusal? BeforeLodging(CaseLook look) =>
        look.State.Stage != CaseStage.None && look.On < look.State.LodgedOn
            ? CaseRefusals.BeforeWhatItBuildsOn(look.State.LodgedOn, CaseRefusals.WasLodged(), look.On)
            : null;

    private static Refusal? TooLate(CaseLook look)
    {
        var (most, late) = (look.Definition.LateRecordingWorkingDays, look.Calendar.CountWorkdays(look.On, look.Today));
        return late <= most ? null : CaseRefusals.RecordedTooLate(most, late);
    }
}

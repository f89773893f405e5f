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
            return new Refusal("case.recorded_too_early", $"Expected a recorded moment not before {look.State.LastAt:O}, but it is {look.Stamp.RecordedAt:O}.");
        if (command is ExpireClock or RederiveClocks)
            return look.Stamp.IsRule ? null : new Refusal("clock.rule_only", $"Expected a rule to do this, but {look.Stamp.Actor} is a person.", "a clock expires by itself");
        if (Settling.Next(look.State, look.Stamp.RecordedAt, look.Calendar) is not null)
            return new Refusal("case.not_settled", "Expected what is due to be settled first, but something is still due.");
        return look.Stamp.IsRule ? null : Effective(look, command);
    }

    private static Refusal? Effective(CaseLook look, CaseCommand command)
    {
        if (look.On == look.Today) return null;
        if (look.On > look.Today) return new Refusal("case.effective_in_future", $"Expected an effective day not after {look.Today:yyyy-MM-dd}, but it is {look.On:yyyy-MM-dd}.");
        if (string.IsNullOrWhiteSpace(look.Stamp.Document)) return new Refusal("case.proof_missing", $"Expected the document that proves {look.On:yyyy-MM-dd}, but none is named.", "name it, or record the act as of today");
        if (look.State.Stage != CaseStage.None && look.On < look.State.LodgedOn) return new Refusal("case.effective_too_early", $"Expected an effective day not before the lodging on {look.State.LodgedOn:yyyy-MM-dd}, but it is {look.On:yyyy-MM-dd}.");
        if (BuiltOn.Check(look, command) is { } early) return early;
        var late = look.Calendar.CountWorkdays(look.On, look.Today);
        return late <= look.Definition.LateRecordingWorkingDays ? null
            : new Refusal("case.recorded_too_late", $"Expected an act to be recorded within {look.Definition.LateRecordingWorkingDays} working days, but it is {late} later.", "an authorised correction is needed");
    }
}

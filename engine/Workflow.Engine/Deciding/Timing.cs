using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding;

/// <summary>Guards about time that hold for every command.</summary>
internal static class Timing
{
    internal static Refusal? Check(CaseTurn turn, CaseCommand command)
    {
        if (turn.Stamp.RecordedAt < turn.State.LastAt)
            return new Refusal("case.recorded_too_early", $"Expected a recorded moment not before {turn.State.LastAt:O}, but it is {turn.Stamp.RecordedAt:O}.");
        if (command is ExpireClock or RederiveClocks)
            return turn.Stamp.IsRule ? null : new Refusal("clock.rule_only", $"Expected a rule to do this, but {turn.Stamp.Actor} is a person.", "a clock expires by itself");
        if (Settling.Next(turn.State, turn.Stamp.RecordedAt, turn.Calendar) is not null)
            return new Refusal("case.not_settled", "Expected what is due to be settled first, but something is still due.");
        return turn.Stamp.IsRule ? null : Effective(turn, command);
    }

    private static Refusal? Effective(CaseTurn turn, CaseCommand command)
    {
        if (turn.On == turn.Today) return null;
        if (turn.On > turn.Today) return new Refusal("case.effective_in_future", $"Expected an effective day not after {turn.Today:yyyy-MM-dd}, but it is {turn.On:yyyy-MM-dd}.");
        if (string.IsNullOrWhiteSpace(turn.Stamp.Document)) return new Refusal("case.proof_missing", $"Expected the document that proves {turn.On:yyyy-MM-dd}, but none is named.", "name it, or record the act as of today");
        if (turn.State.Stage != CaseStage.None && turn.On < turn.State.LodgedOn) return new Refusal("case.effective_too_early", $"Expected an effective day not before the lodging on {turn.State.LodgedOn:yyyy-MM-dd}, but it is {turn.On:yyyy-MM-dd}.");
        if (BuiltOn.Check(turn, command) is { } early) return early;
        var late = turn.Calendar.CountWorkdays(turn.On, turn.Today);
        return late <= turn.Definition.LateRecordingWorkingDays ? null
            : new Refusal("case.recorded_too_late", $"Expected an act to be recorded within {turn.Definition.LateRecordingWorkingDays} working days, but it is {late} later.", "an authorised correction is needed");
    }
}

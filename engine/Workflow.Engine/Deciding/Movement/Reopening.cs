using System.Collections.Immutable;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Movement;

/// <summary>Opens a concluded case again as a court or a reconsideration organ ordered 重新办理. What ran since the step is superseded, and its clocks begin anew on the day of the order.</summary>
internal static class Reopening
{
    internal static Refusal? Reopen(CaseTurn turn, ReopenCase command)
    {
        if (MayReopen(turn, command.Step) is { } refusal) return refusal;
        if (Grounds.Check(command.Document, command.Reasons, "opening the case again") is { } missing) return missing;
        turn.Apply(new CaseReopened(command.Step, command.Document, command.Reasons, turn.On));
        Withdrawal.WithdrawAll(turn, "reopened");
        ImmutableArray<string> gone = [.. Supersession.Between(turn, command.Step), .. turn.State.Steps.Keys.Where(turn.Process.IsAfter)];
        Voiding.Void(turn, d => gone.Contains(d.Issued.Step), "reopened");
        var moments = turn.State.Moments.Where(m => gone.Contains(m.Value.Step)).Select(m => m.Key).ToImmutableArray();
        foreach (var moment in moments) turn.Apply(new MomentUnmarked(moment));
        turn.Apply(new StepsSuperseded(command.Step, command.Step, null, gone, [], command.Reasons, turn.On));
        ClockKeeper.OnReopened(turn, moments);
        return null;
    }

    /// <summary>Returns the steps at which a concluded case may start again: those of the top list that have run.</summary>
    internal static IEnumerable<string> Targets(CaseLook look) =>
        look.Definition.Steps.Where(n => n is WorkNode && look.State.Steps.GetValueOrDefault(n.Id)?.Status is StepStatus.Done or StepStatus.Withdrawn).Select(n => n.Id);

    internal static Refusal? MayReopen(CaseLook look, string key)
    {
        if (Actors.MustLead(look, "open the case again") is { } notYours) return notYours;
        if (look.State.Stage is not (CaseStage.Concluded or CaseStage.Closed)) return new Refusal("case.wrong_stage", $"Expected a concluded case, but {look.State.Number} is open.");
        if (look.State.Parent is { } parent) return new Refusal("reopen.called", $"Expected a case of its own, but {look.State.Number} was called for by {parent.Case}.", "open the calling case again");
        return Targets(look).Contains(key) ? null : new Refusal("reopen.target", $"Expected a step of the main list that has run, but {Quoted.Step(look, key)} is none.", $"one of {string.Join(", ", Targets(look))}");
    }
}

using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Foresight;

/// <summary>Tells before somebody acts who comes next and until when: by the door and the decider that would act, on a copy.</summary>
public static class Foreseeing
{
    /// <summary>Returns what would come of an outcome, or of a vote in a joint review.</summary>
    /// <param name="state">The case; lodged.</param>
    /// <param name="step">The step's key.</param>
    /// <param name="outcome">The outcome, or the choice of the vote.</param>
    /// <param name="actor">Who would act; null for whoever may.</param>
    /// <param name="at">The moment, in UTC.</param>
    /// <param name="outside">The outside; it is only read.</param>
    public static Foreseen Of(CaseState state, string step, string outcome, string? actor, DateTimeOffset at, IOutside outside)
    {
        var process = outside.Bound(state.Definition);
        var waiting = state.Steps.GetValueOrDefault(step) is { Status: StepStatus.Open } open ? Turns.Holders(process, open).FirstOrDefault()
            : process.Find(step) is WorkNode node ? Entitlements.Of(node, state).FirstOrDefault() : null;
        var command = process.Find(step) is JointNode joint && waiting?.Key != VoteRule.HeadKey && Tally.Choices(joint).Contains(outcome)
            ? (CaseCommand)new Answer { Step = step, Choice = outcome, Participant = actor is null ? waiting?.Key : null, Numbers = SupposedNumbers.OfAny(process, step) }
            : new Complete { Step = step, Outcome = outcome, Numbers = SupposedNumbers.Of(process, step, outcome) };
        var somebody = actor is null && waiting is not null ? Anybody.Entitled(waiting, step, state.Steps.GetValueOrDefault(step)?.ClaimedBy) : null;
        return Of(state, new Request(actor ?? somebody?.Id ?? Anybody.Nobody, command), at, somebody is null ? outside : new Supposing(outside, at, somebody));
    }

    /// <summary>Returns what would come of a command at a step. What it leaves out of fields, reasons, numbers and further signers is taken as left open.</summary>
    /// <param name="state">The case; lodged.</param>
    /// <param name="request">The command.</param>
    /// <param name="at">The moment, in UTC.</param>
    /// <param name="outside">The outside; it is only read.</param>
    public static Foreseen Of(CaseState state, Request request, DateTimeOffset at, IOutside outside)
    {
        var passage = Door.Foresee(state, request, at, new Supposing(outside, at, null));
        var before = passage.Settled.IsEmpty ? state : passage.Settled[^1].After;
        if (passage.Entry is not { } entry) return new Foreseen { Case = state.Number, Refusal = passage.Refusal };
        var (process, after) = (entry.Process, entry.After);
        return new Foreseen
        {
            Case = state.Number,
            Opens = [.. OpenTasks.Tasks(process, after).Where(s => !IsOpenIn(before, s)).Select(s => Step(process, after, s)).DistinctBy(s => s.Key)],
            Documents = [.. after.Documents.Skip(before.Documents.Length).Select(d => Document(process, d.Issued))],
            Clocks = [.. ClockChanges.Between(process, before, after).Where(c => IsOfKnownRow(process, after, c))],
            Result = after.Stage == CaseStage.Open ? null : after.Result,
            ResultTitle = after is { Stage: not CaseStage.Open, Result: { } result } ? Ends.Title(process.Definition, result).Zh : null,
            Path = after.Stage == CaseStage.Open ? LikelyPath.From(after, entry.Stamp.RecordedAt, outside) : null,
        };
    }

    // Which rows are drawn nobody knows yet: their limits are told with the task.
    private static bool IsOfKnownRow(PublishedProcess process, CaseState after, ForeseenClock clock) =>
        after.Clocks[clock.Id].Step is not { } key || after.Steps.GetValueOrDefault(key) is not { } step || OpenTasks.Key(process, after, step) == key;

    private static bool IsOpenIn(CaseState before, StepState step) =>
        before.Steps.GetValueOrDefault(step.Key) is { Status: StepStatus.Open } was && was.Instance == step.Instance;

    private static ForeseenStep Step(PublishedProcess process, CaseState state, StepState step) =>
        new(OpenTasks.Key(process, state, step), process.Find(step.Key)!.Title, OpenTasks.Who(process, state, step), OpenTasks.Limit(state, step.Key) is { IsPaused: false } clock ? clock.DueOn : null) { Assigned = step.ClaimedBy };

    private static ForeseenDocument Document(PublishedProcess process, DocumentIssued issued) =>
        new(issued.Document, process.Definition.Documents.Single(d => d.Id == issued.Document).Title, issued.Series, issued.Series is null && issued.Number != SupposedNumbers.Mark ? issued.Number : null);
}

using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Foresight;

/// <summary>Tells before somebody acts who comes next and until when: by the door and the decider that would act, on a copy.</summary>
public static class Foreseeing
{
    /// <summary>Returns what would come of an outcome, or of a vote in a joint review, and how the case would likely go on.</summary>
    /// <param name="state">The case; lodged.</param>
    /// <param name="step">The step's key.</param>
    /// <param name="outcome">The outcome, or the choice of the vote.</param>
    /// <param name="actor">Who would act; null for whoever may.</param>
    /// <param name="at">The moment, in UTC.</param>
    /// <param name="outside">The outside; it is only read.</param>
    public static Foreseen Of(CaseState state, string step, string outcome, string? actor, DateTimeOffset at, IOutside outside)
    {
        var (request, supposed) = Asked(state, step, outcome, actor, at, outside);
        return Of(state, request, at, supposed);
    }

    /// <summary>Returns what would come of an outcome or a vote at once; how the case would go on is not looked for.</summary>
    /// <inheritdoc cref="Of(CaseState, string, string, string?, DateTimeOffset, IOutside)"/>
    public static Foreseen AtOnce(CaseState state, string step, string outcome, string? actor, DateTimeOffset at, IOutside outside)
    {
        var (request, supposed) = Asked(state, step, outcome, actor, at, outside);
        return AtOnce(state, request, at, supposed);
    }

    /// <summary>Returns what would come of a command at a step, and how the case would likely go on. What it leaves out of fields, reasons, numbers and further signers is taken as left open.</summary>
    /// <param name="state">The case; lodged.</param>
    /// <param name="request">The command.</param>
    /// <param name="at">The moment, in UTC.</param>
    /// <param name="outside">The outside; it is only read.</param>
    public static Foreseen Of(CaseState state, Request request, DateTimeOffset at, IOutside outside)
    {
        var passage = Pass(state, request, at, outside);
        var foreseen = AtOnce(state, passage);
        return passage.Entry is { After.Stage: CaseStage.Open } entry
            ? foreseen with
            {
                Path = LikelyPath.From(entry.After, entry.Stamp.RecordedAt, outside),
            }
            : foreseen;
    }

    /// <summary>Returns what would come of a command at once, or why it would be refused; how the case would go on is not looked for.</summary>
    /// <inheritdoc cref="Of(CaseState, Request, DateTimeOffset, IOutside)"/>
    public static Foreseen AtOnce(CaseState state, Request request, DateTimeOffset at, IOutside outside) =>
        AtOnce(state, Pass(state, request, at, outside));

    private static Passage Pass(CaseState state, Request request, DateTimeOffset at, IOutside outside) =>
        Door.Foresee(state, request, at, new Supposing(outside, at, null));

    private static Foreseen AtOnce(CaseState state, Passage passage)
    {
        if (passage.Entry is not { } entry)
            return new Foreseen { Case = state.Number, Refusal = passage.Refusal };
        var before = passage.Settled.IsEmpty ? state : passage.Settled[^1].After;
        var changed = Changed(entry.Process, before, entry.After);
        return entry.After.Stage == CaseStage.Open ? changed : Ended(changed, entry.Process, entry.After.Result);
    }

    // Where nobody is named, somebody is supposed whom the step waits for.
    private static (Request Request, IOutside Outside) Asked(
        CaseState state,
        string step,
        string outcome,
        string? actor,
        DateTimeOffset at,
        IOutside outside
    )
    {
        var process = outside.Bound(state.Definition);
        var waiting = Waiting(process, state, step);
        var command = Command(process, step, outcome, waiting, isAnybody: actor is null);
        if (actor is not null || waiting is null)
            return (new Request(actor ?? Anybody.Nobody, command), outside);
        var somebody = Anybody.Entitled(waiting, step, state.Steps.GetValueOrDefault(step)?.ClaimedBy);
        return (new Request(somebody.Id, command), new Supposing(outside, at, somebody));
    }

    private static Foreseen Changed(PublishedProcess process, CaseState before, CaseState after) =>
        new()
        {
            Case = before.Number,
            Opens = Opened(process, before, after),
            Documents = [.. after.Documents.Skip(before.Documents.Length).Select(d => Document(process, d.Issued))],
            Clocks = [.. ClockChanges.Between(process, before, after).Where(c => IsOfKnownRow(process, after, c))],
        };

    private static Foreseen Ended(Foreseen foreseen, PublishedProcess process, string? result) =>
        foreseen with
        {
            Result = result,
            ResultTitle = result is null ? null : process.Definition.EndName(result),
        };

    // Finds whose turn it is at an open step, or whose it would be once the step opens.
    private static Entitlement? Waiting(PublishedProcess process, CaseState state, string step) =>
        state.Steps.GetValueOrDefault(step) is { Status: StepStatus.Open } open ? Turns.Holders(process, open).FirstOrDefault()
        : process.Find(step) is WorkNode node ? Entitlements.Of(node, state).FirstOrDefault()
        : null;

    private static CaseCommand Command(PublishedProcess process, string step, string outcome, Entitlement? waiting, bool isAnybody)
    {
        var isVote = process.Find(step) is JointNode joint && waiting?.Key != VoteRule.HeadKey && Tally.Choices(joint).Contains(outcome);
        if (!isVote)
            return new Complete
            {
                Step = step,
                Outcome = outcome,
                Numbers = SupposedNumbers.Of(process, step, outcome),
            };
        return new Answer
        {
            Step = step,
            Choice = outcome,
            Participant = isAnybody ? waiting?.Key : null,
            Numbers = SupposedNumbers.OfAny(process, step),
        };
    }

    private static ImmutableArray<ForeseenStep> Opened(PublishedProcess process, CaseState before, CaseState after)
    {
        var opened = OpenTasks.Tasks(process, after).Where(s => !IsOpenIn(before, s));
        return [.. opened.Select(s => Step(process, after, s)).DistinctBy(s => s.Key)];
    }

    // Which rows are drawn nobody knows yet: their limits are told with the task.
    private static bool IsOfKnownRow(PublishedProcess process, CaseState after, ForeseenClock clock) =>
        after.Clocks[clock.Id].Step is not { } key
        || after.Steps.GetValueOrDefault(key) is not { } step
        || OpenTasks.Key(process, after, step) == key;

    private static bool IsOpenIn(CaseState before, StepState step) =>
        before.Steps.GetValueOrDefault(step.Key) is { Status: StepStatus.Open } was && was.Instance == step.Instance;

    private static ForeseenStep Step(PublishedProcess process, CaseState state, StepState step)
    {
        var due = OpenTasks.Limit(state, step.Key) is { IsPaused: false } clock ? clock.DueOn : (DateOnly?)null;
        var (key, title) = (OpenTasks.Key(process, state, step), process.StepName(step.Key));
        return new ForeseenStep(key, title, OpenTasks.Who(process, state, step), due) { Assigned = step.ClaimedBy };
    }

    private static ForeseenDocument Document(PublishedProcess process, DocumentIssued issued)
    {
        var title = process.Definition.DocumentName(issued.Document);
        var isEntered = issued.Series is null && issued.Number != SupposedNumbers.Mark;
        return new ForeseenDocument(issued.Document, title, issued.Series, isEntered ? issued.Number : null);
    }
}

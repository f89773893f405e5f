using System.Diagnostics;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.State;

/// <summary>Applies what happened at steps: their opening, who holds them, their answers and their end. It only copies.</summary>
internal static class StepFold
{
    internal static CaseState Apply(CaseState state, CaseEvent happened) =>
        happened switch
        {
            StepOpened e => Opened(state, e),
            StepSkipped e => Put(state, new StepState { Key = e.Step, Status = StepStatus.Skipped }),
            StepClaimed e => Touch(state, e.Step, s => s with { ClaimedBy = e.Person }),
            StepReleased { Participant: { } participant } e => Touch(state, e.Step, s => Held(s, participant, null)),
            StepReleased e => Touch(state, e.Step, s => s with { ClaimedBy = null }),
            StepAssigned { Participant: { } participant } e => Touch(
                state,
                e.Step,
                s => Held(s, participant, e.Person) with { Chosen = s.Chosen.Add(e) }
            ),
            StepAssigned e => Touch(state, e.Step, s => s with { ClaimedBy = e.Person, Assigned = e }),
            StepUnattended => state,
            AnswerGiven e => Touch(
                state,
                e.Step,
                s => s with { Answers = [.. s.Answers.Where(a => a.Participant != e.Given.Participant), e.Given] }
            ),
            StepCompleted e => Touch(
                state,
                e.Step,
                s => s with { Status = e.Follows ? StepStatus.Following : StepStatus.Done, Completed = e }
            ),
            StepFinished e => Touch(state, e.Step, s => s with { Status = StepStatus.Done }),
            StepWithdrawn e => Touch(state, e.Step, s => s with { Status = StepStatus.Withdrawn }),
            StepsSuperseded e => Superseded(state, e),
            AttendanceRecorded e => Touch(state, e.Step, s => s with { Absent = e.Absent }),
            ParticipantUncounted e => Touch(state, e.Step, s => s with { Uncounted = s.Uncounted.Add(e) }),
            _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
        };

    private static CaseState Opened(CaseState state, StepOpened e) =>
        Put(
            state with
            {
                Kept = state.Kept.Remove(e.Step),
                Awaits = state.Awaits.Remove(e.Step),
            },
            new StepState
            {
                Key = e.Step,
                Instance = e.Instance,
                Status = StepStatus.Open,
                OpenedOn = e.On,
                Since = e.Since,
                Entitled = e.Entitled,
                Answers = e.Kept,
            }
        );

    private static CaseState Superseded(CaseState state, StepsSuperseded e)
    {
        var gone = e.Steps.Select(key => state.Steps[key]);
        var back = e.Outcome is { } outcome ? $"{new OutcomeKey(e.From, outcome)}" : null;
        var aside = FirstMarks.Superseded(state, e) with
        {
            Steps = state.Steps.RemoveRange(e.Steps),
            Superseded = state.Superseded.AddRange(gone),
            Kept = state.Kept.Union(e.Kept),
            Redone = e.Cause == PutAside.InputChanged ? state.Redone.Union(e.Steps) : state.Redone,
            Backs = back is null ? state.Backs : state.Backs.SetItem(back, state.Backs.GetValueOrDefault(back) + 1),
        };
        return BegunAnew.Superseded(aside, e);
    }

    internal static StepState Held(StepState step, string participant, string? person) =>
        step with
        {
            Entitled = [.. step.Entitled.Select(x => x.Key == participant ? x with { Person = person } : x)],
        };

    private static CaseState Put(CaseState state, StepState step) =>
        state with
        {
            Steps = state.Steps.SetItem(step.Key, step with { Revision = state.Entries + 1 }),
        };

    internal static CaseState Touch(CaseState state, string key, Func<StepState, StepState> change) => Put(state, change(state.Steps[key]));
}

using System.Collections.Immutable;
using System.Diagnostics;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Evidence;

/// <summary>What each event does to the runs of the steps. An event that says nothing of whose turn it is stands among those that change none.</summary>
internal static class StepRuns
{
    internal static ImmutableArray<StepRun> After(ImmutableArray<StepRun> runs, CaseEvent happened, DateOnly on) =>
        happened switch
        {
            StepOpened e => runs.Add(new StepRun(e, null, e.Kept, [])),
            StepClaimed or StepAssigned or StepReleased => Held(runs, happened, on),
            AnswerGiven or AnswerTakenBack or SilenceCorrected or ParticipantUncounted or AttendanceRecorded => Answered(
                runs,
                happened,
                on
            ),
            SideAsked or SideReplied or SideRecalled or StepProposed or StepProposalReturned or StepTransferred => Passed(
                runs,
                happened,
                on
            ),
            StepCompleted or StepWithdrawn or StepsSuperseded or StepReopened or StepTakenBack => Ended(runs, happened, on),
            CaseMigrated e => [.. runs.Select(r => Moved(r, e))],
            StepSkipped or StepFinished or StepUnattended or StepAwaits or StepJumped => runs,
            CaseLodged or CaseAdopted or CaseSuspended or CaseResumed or CaseReopened or CaseConcluded or CaseClosed => runs,
            CaseCalled or CalledCaseNamed or CallAbandoned or CallEnded or ConclusionAwaited => runs,
            DocumentIssued or MaterialStood or MomentMarked or MomentUnmarked or IOfClock or IForTheRecord => runs,
            _ => throw new UnreachableException($"Nobody said whether {happened.GetType().Name} changes whose turn it is."),
        };

    private static ImmutableArray<StepRun> Held(ImmutableArray<StepRun> runs, CaseEvent happened, DateOnly on) =>
        happened switch
        {
            StepAssigned { Participant: not null } e => Note(runs, e.Step, on, e),
            StepReleased { Participant: not null } e => Note(runs, e.Step, on, e),
            StepClaimed e => Claim(runs, e.Step, on, e.Person),
            StepAssigned e => Claim(runs, e.Step, on, e.Person),
            StepReleased e => Claim(runs, e.Step, on, null),
            _ => throw new UnreachableException($"No holder in {happened.GetType().Name}."),
        };

    private static ImmutableArray<StepRun> Answered(ImmutableArray<StepRun> runs, CaseEvent happened, DateOnly on) =>
        happened switch
        {
            AnswerGiven e => Change(runs, e.Step, r => r with { Answers = [.. Without(r, e.Given.Participant).Answers, e.Given] }),
            AnswerTakenBack e => Change(runs, e.Step, r => Without(r, e.Participant)),
            SilenceCorrected { Participant: { } silent } e => Note(Change(runs, e.Step, r => Without(r, silent)), e.Step, on, e),
            // The result that silence brought is taken back by the event beside it.
            SilenceCorrected => runs,
            ParticipantUncounted e => Note(runs, e.Step, e.On, e),
            AttendanceRecorded e => Note(runs, e.Step, e.On, e),
            _ => throw new UnreachableException($"No answer in {happened.GetType().Name}."),
        };

    private static ImmutableArray<StepRun> Passed(ImmutableArray<StepRun> runs, CaseEvent happened, DateOnly on) =>
        happened switch
        {
            SideAsked e => Note(runs, e.Step, on, e),
            SideReplied e => Note(runs, e.Step, on, e),
            SideRecalled e => Note(runs, e.Step, on, e),
            StepProposed e => Note(runs, e.Step, on, e),
            StepProposalReturned e => Note(runs, e.Step, on, e),
            StepTransferred e => Note(runs, e.Step, on, e),
            _ => throw new UnreachableException($"No step in {happened.GetType().Name}."),
        };

    private static ImmutableArray<StepRun> Ended(ImmutableArray<StepRun> runs, CaseEvent happened, DateOnly on) =>
        happened switch
        {
            StepCompleted e => Change(runs, e.Step, r => r with { To = e.On }),
            StepWithdrawn e => Change(runs, e.Step, r => r with { To = r.To ?? e.On }),
            StepsSuperseded e => e.Steps.Aggregate(runs, (all, key) => Change(all, key, r => r with { To = r.To ?? e.On })),
            StepReopened { Follows: true } => runs,
            StepReopened e => Change(runs, e.Step, r => r with { To = null }),
            StepTakenBack e => Claim(Change(runs, e.Step, r => r with { To = null }), e.Step, on, e.By),
            _ => throw new UnreachableException($"No end in {happened.GetType().Name}."),
        };

    // A run goes on under the name that a move gives its step; one whose step is gone keeps it.
    private static StepRun Moved(StepRun run, CaseMigrated move)
    {
        var key = move.Steps.GetValueOrDefault(run.Opened.Step, run.Opened.Step);
        var moved = run with { Opened = run.Opened with { Step = key } };
        return run.To is null && move.Entitled.ContainsKey(key)
            ? moved with
            {
                Changes = run.Changes.Add(new TurnChange(move.On, key, move)),
            }
            : moved;
    }

    private static StepRun Without(StepRun run, string participant) =>
        run with
        {
            Answers = run.Answers.RemoveAll(a => a.Participant == participant),
        };

    private static ImmutableArray<StepRun> Claim(ImmutableArray<StepRun> runs, string step, DateOnly on, string? person) =>
        Change(runs, step, r => r with { Claims = r.Claims.Add((on, person)) });

    private static ImmutableArray<StepRun> Note(ImmutableArray<StepRun> runs, string step, DateOnly on, CaseEvent happened) =>
        Change(runs, step, r => r with { Changes = r.Changes.Add(new TurnChange(on, step, happened)) });

    private static ImmutableArray<StepRun> Change(ImmutableArray<StepRun> runs, string step, Func<StepRun, StepRun> change)
    {
        for (var i = runs.Length - 1; i >= 0; i--)
            if (runs[i].Opened.Step == step)
                return runs.SetItem(i, change(runs[i]));
        return runs;
    }
}

using System.Collections.Immutable;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Evidence;

/// <summary>One run of a step with the days between which it waited for somebody, as the events tell it: a state forgets when a step was withdrawn.</summary>
/// <param name="Opened">How it was opened.</param>
/// <param name="To">The effective day of its outcome or withdrawal; null while it is open.</param>
/// <param name="Answers">The answers of a joint review so far.</param>
/// <param name="Claims">Who took it and gave it back, with the effective day; null for nobody.</param>
internal sealed record StepRun(StepOpened Opened, DateOnly? To, ImmutableArray<GivenAnswer> Answers, ImmutableArray<(DateOnly On, string? Person)> Claims)
{
    /// <summary>What changed whose turn it was besides answers and claims, each with its effective day.</summary>
    private ImmutableArray<(DateOnly On, CaseEvent Event)> Changes { get; init; } = [];

    /// <summary>Returns every run that the entries opened, in order.</summary>
    internal static ImmutableArray<StepRun> Of(IEnumerable<LedgerEntry> entries) =>
        entries.SelectMany(e => e.Events.Select(h => (Event: h, On: e.Stamp.EffectiveOn))).Aggregate(ImmutableArray<StepRun>.Empty, (runs, x) => After(runs, x.Event, x.On));

    /// <summary>Whether somebody was waited for as a day ended.</summary>
    internal bool IsOpenAfter(DateOnly day) => Opened.On <= day && (To is not { } to || to > day);

    /// <summary>Returns those whose turn it was as a day ended.</summary>
    internal IEnumerable<Holder> Holders(CaseDefinitions definitions, DateOnly day)
    {
        var process = definitions.Of(Opened.Step);
        if (!process.IsTask(Opened.Step)) return [];
        var step = new StepState { Key = Opened.Step, Status = StepStatus.Open, Entitled = Opened.Entitled, Answers = [.. Answers.Where(a => a.On <= day)] };
        step = Changes.Where(c => c.On <= day).Aggregate(step, (now, c) => Changed(now, c.Event));
        var person = Claims.LastOrDefault(c => c.On <= day).Person;
        return Holder.Of(process, step with { ClaimedBy = person });
    }

    private static ImmutableArray<StepRun> After(ImmutableArray<StepRun> runs, CaseEvent happened, DateOnly on) => happened switch
    {
        StepOpened e => runs.Add(new StepRun(e, null, e.Kept, [])),
        StepClaimed e => Change(runs, e.Step, r => r with { Claims = r.Claims.Add((on, e.Person)) }),
        StepAssigned { Participant: not null } e => Note(runs, e.Step, on, e),
        StepReleased { Participant: not null } e => Note(runs, e.Step, on, e),
        StepAssigned e => Change(runs, e.Step, r => r with { Claims = r.Claims.Add((on, e.Person)) }),
        StepReleased e => Change(runs, e.Step, r => r with { Claims = r.Claims.Add((on, null)) }),
        AnswerGiven e => Change(runs, e.Step, r => r with { Answers = [.. r.Answers.Where(a => a.Participant != e.Given.Participant), e.Given] }),
        AnswerTakenBack e => Change(runs, e.Step, r => r with { Answers = r.Answers.RemoveAll(a => a.Participant == e.Participant) }),
        StepReopened { Follows: false } e => Change(runs, e.Step, r => r with { To = null }),
        SilenceCorrected { Participant: { } silent } e => Note(Change(runs, e.Step, r => r with { Answers = r.Answers.RemoveAll(a => a.Participant == silent) }), e.Step, on, e),
        StepTakenBack e => Change(runs, e.Step, r => r with { To = null, Claims = r.Claims.Add((on, e.By)) }),
        ParticipantUncounted e => Note(runs, e.Step, e.On, e),
        SideAsked e => Note(runs, e.Step, on, e),
        SideReplied e => Note(runs, e.Step, on, e),
        SideRecalled e => Note(runs, e.Step, on, e),
        StepProposed e => Note(runs, e.Step, on, e),
        StepProposalReturned e => Note(runs, e.Step, on, e),
        StepTransferred e => Note(runs, e.Step, on, e),
        StepCompleted e => Change(runs, e.Step, r => r with { To = e.On }),
        StepWithdrawn e => Change(runs, e.Step, r => r with { To = r.To ?? e.On }),
        CaseMigrated e => [.. runs.Select(r => Moved(r, e))],
        StepsSuperseded e => e.Steps.Aggregate(runs, (all, key) => Change(all, key, r => r with { To = r.To ?? e.On })),
        _ => runs,
    };

    private static StepState Changed(StepState step, CaseEvent happened) => happened is CaseMigrated move
        ? step with { Entitled = move.Entitled.GetValueOrDefault(step.Key, step.Entitled) }
        : CaseFold.Apply(CaseState.Empty with { Steps = CaseState.Empty.Steps.Add(step.Key, step) }, happened).Steps[step.Key];

    // A run goes on under the name that a move gives its step; one whose step is gone keeps it.
    private static StepRun Moved(StepRun run, CaseMigrated move)
    {
        var key = move.Steps.GetValueOrDefault(run.Opened.Step, run.Opened.Step);
        var changes = run.To is null && move.Entitled.ContainsKey(key) ? run.Changes.Add((move.On, move)) : run.Changes;
        return run with { Opened = run.Opened with { Step = key }, Changes = [.. changes.Select(c => (c.On, Renamed(c.Event, key)))] };
    }

    private static CaseEvent Renamed(CaseEvent happened, string key) => happened switch
    {
        ParticipantUncounted e => e with { Step = key },
        SideAsked e => e with { Step = key },
        SideReplied e => e with { Step = key },
        SideRecalled e => e with { Step = key },
        StepProposed e => e with { Step = key },
        StepProposalReturned e => e with { Step = key },
        StepTransferred e => e with { Step = key },
        StepAssigned e => e with { Step = key },
        StepReleased e => e with { Step = key },
        SilenceCorrected e => e with { Step = key },
        _ => happened,
    };

    private static ImmutableArray<StepRun> Note(ImmutableArray<StepRun> runs, string step, DateOnly on, CaseEvent happened) =>
        Change(runs, step, r => r with { Changes = r.Changes.Add((on, happened)) });

    private static ImmutableArray<StepRun> Change(ImmutableArray<StepRun> runs, string step, Func<StepRun, StepRun> change)
    {
        for (var i = runs.Length - 1; i >= 0; i--)
            if (runs[i].Opened.Step == step) return runs.SetItem(i, change(runs[i]));
        return runs;
    }
}

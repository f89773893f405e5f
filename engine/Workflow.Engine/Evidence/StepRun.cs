using System.Collections.Immutable;
using Workflow.Engine.Cases;
using Workflow.Engine.Processes;

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
    internal IEnumerable<Holder> Holders(PublishedProcess process, DateOnly day)
    {
        if (process.Find(Opened.Step) is not WorkNode node || (node.ForEach is not null && Opened.Step == node.Id)) return [];
        var step = new StepState { Key = Opened.Step, Status = StepStatus.Open, Entitled = Opened.Entitled, Answers = [.. Answers.Where(a => a.On <= day)] };
        step = Changes.Where(c => c.On <= day).Aggregate(step, (now, c) => CaseFold.Apply(CaseState.Empty with { Steps = CaseState.Empty.Steps.Add(now.Key, now) }, c.Event).Steps[now.Key]);
        var person = Claims.LastOrDefault(c => c.On <= day).Person;
        return Holder.Of(process, step with { ClaimedBy = person });
    }

    private static ImmutableArray<StepRun> After(ImmutableArray<StepRun> runs, CaseEvent happened, DateOnly on) => happened switch
    {
        StepOpened e => runs.Add(new StepRun(e, null, e.Kept, [])),
        StepClaimed e => Change(runs, e.Step, r => r with { Claims = r.Claims.Add((on, e.Person)) }),
        StepReleased e => Change(runs, e.Step, r => r with { Claims = r.Claims.Add((on, null)) }),
        AnswerGiven e => Change(runs, e.Step, r => r with { Answers = [.. r.Answers.Where(a => a.Participant != e.Given.Participant), e.Given] }),
        AnswerTakenBack e => Change(runs, e.Step, r => r with { Answers = r.Answers.RemoveAll(a => a.Participant == e.Participant) }),
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
        StepsSuperseded e => e.Steps.Aggregate(runs, (all, key) => Change(all, key, r => r with { To = r.To ?? e.On })),
        _ => runs,
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

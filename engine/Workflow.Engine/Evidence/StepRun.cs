using System.Collections.Immutable;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>One run of a step with the days between which it waited for somebody, as the events tell it: a state forgets when a step was withdrawn.</summary>
/// <param name="Opened">How it was opened.</param>
/// <param name="To">The effective day of its outcome or withdrawal; null while it is open.</param>
/// <param name="Answers">The answers of a joint review so far.</param>
/// <param name="Claims">Who took it and gave it back, with the effective day; null for nobody.</param>
internal sealed record StepRun(
    StepOpened Opened,
    DateOnly? To,
    ImmutableArray<GivenAnswer> Answers,
    ImmutableArray<(DateOnly On, string? Person)> Claims
)
{
    /// <summary>What changed whose turn it was besides answers and claims, each with its effective day and the step's key at that time.</summary>
    internal ImmutableArray<TurnChange> Changes { get; init; } = [];

    /// <summary>Returns every run that the entries opened, in order.</summary>
    internal static ImmutableArray<StepRun> Of(IEnumerable<LedgerEntry> entries) =>
        entries
            .SelectMany(e => e.Events.Select(h => (Event: h, On: e.Stamp.EffectiveOn)))
            .Aggregate(ImmutableArray<StepRun>.Empty, (runs, x) => StepRuns.After(runs, x.Event, x.On));

    /// <summary>Whether somebody was waited for as a day ended.</summary>
    internal bool IsOpenAfter(DateOnly day) => Opened.On <= day && (To is not { } to || to > day);

    /// <summary>Returns those whose turn it was as a day ended.</summary>
    internal IEnumerable<Holder> Holders(CaseDefinitions definitions, DateOnly day)
    {
        var process = definitions.Of(Opened.Step);
        if (!process.IsTask(Opened.Step))
            return [];
        var answers = Answers.Where(a => a.On <= day);
        var opened = new StepState
        {
            Key = Opened.Step,
            Status = StepStatus.Open,
            Entitled = Opened.Entitled,
            Answers = [.. answers],
        };
        var step = Changes.Where(c => c.On <= day).Aggregate(opened, (now, c) => c.After(now));
        return Holder.Of(process, step with { ClaimedBy = Claims.LastOrDefault(c => c.On <= day).Person });
    }
}

/// <summary>A change of whose turn it is.</summary>
/// <param name="On">Its effective day.</param>
/// <param name="Step">The step's key at that time: a move to another definition may give it another.</param>
/// <param name="Event">What happened.</param>
internal sealed record TurnChange(DateOnly On, string Step, CaseEvent Event)
{
    internal StepState After(StepState step) =>
        Event is CaseMigrated move
            ? step with
            {
                Entitled = move.Entitled.GetValueOrDefault(Step, step.Entitled),
            }
            : CaseFold.Apply(CaseState.Empty with { Steps = CaseState.Empty.Steps.Add(Step, step) }, Event).Steps[Step];
}

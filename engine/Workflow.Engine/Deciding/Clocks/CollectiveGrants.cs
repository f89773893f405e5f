using Workflow.Engine.Processes;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Clocks;

/// <summary>
/// An extension that several decide together: it rests on the result of a joint review, each run of which grants one. An officer of
/// the leading office puts it on record, because the decision is the review's.
/// </summary>
internal static class CollectiveGrants
{
    /// <summary>Returns the decision on which an extension may rest; null while there is none that has not granted one yet, and where one person approves.</summary>
    internal static DecidedTogether? Of(CaseLook look, ExtensionRule rule) =>
        rule.Collective is { } asked
        && look.Run(asked.Step) is { Completed: { } done } step
        && done.Outcome == asked.Outcome
        && !IsUsed(look, step)
            ? new DecidedTogether(step.Key, step.Instance, done.Outcome, done.On)
            : null;

    /// <summary>Refuses an extension before its decision, in time and on record.</summary>
    internal static Refusal? MustBeDecided(CaseLook look, ClockState clock, ExtensionRule rule)
    {
        if (Of(look, rule) is not { } decided)
            return NotDecided(look, clock, rule.Collective!);
        return look.On < decided.On
            ? CaseRefusals.BeforeWhatItBuildsOn(decided.On, CaseRefusals.CompletedAt(Naming.Step(look, decided.Step)), look.On)
            : Actors.MustBeOfLead(look);
    }

    /// <summary>Whether the actor may record one of the extensions that are decided together.</summary>
    internal static Refusal? MayRecord(CaseLook look, ClockState clock, IReadOnlyList<ExtensionRule> open) =>
        open.Any(r => Of(look, r) is not null) ? Actors.MustBeOfLead(look) : NotDecided(look, clock, open[0].Collective!);

    private static Refusal NotDecided(CaseLook look, ClockState clock, CollectiveDecision asked) =>
        ClockRefusals.NotDecided(Naming.Clock(look, clock), Naming.Step(look, asked.Step), Naming.Outcome(look, asked.Step, asked.Outcome));

    private static bool IsUsed(CaseLook look, StepState step) =>
        look.State.Clocks.Values.SelectMany(c => c.Extensions).Any(e => e.Decided?.Step == step.Key && e.Decided.Run == step.Instance);
}

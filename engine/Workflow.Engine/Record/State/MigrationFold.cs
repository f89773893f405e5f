using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Record.State;

/// <summary>Applies a move to another definition: every name that the event changes is changed wherever the state uses it.</summary>
internal static class MigrationFold
{
    internal static CaseState Apply(CaseState state, CaseMigrated e)
    {
        var kept = state.Steps.Values.Where(s => !e.Gone.Contains(s.Key)).Select(s => Touched(Renamed(s, e), e, state.Entries + 1));
        return state with
        {
            Definition = e.To,
            Offices = e.Offices,
            Steps = kept.ToImmutableSortedDictionary(s => s.Key, s => s, StringComparer.Ordinal),
            Superseded = [.. state.Superseded.Concat(e.Gone.Select(key => state.Steps[key])).Select(s => Renamed(s, e))],
            Moments = Renamed(state.Moments, e),
            Documents = [.. state.Documents.Select(d => d with { Issued = d.Issued with { Step = Key(e, d.Issued.Step) } })],
            Backs = Renamed(state.Backs, e),
            Anew = state.Anew.Clear().SetItems(state.Anew.Select(a => KeyValuePair.Create(Key(e, a.Key), Renamed(a.Value, e)))),
            Kept = [.. state.Kept.Select(k => Key(e, k))],
            Redone = [.. state.Redone.Select(k => Key(e, k))],
            FirstMarks = Renamed(state.FirstMarks, e),
            Awaits = state.Awaits.ToImmutableSortedDictionary(a => Key(e, a.Key), a => Key(e, a.Value), StringComparer.Ordinal),
            Clocks = state
                .Clocks.RemoveRange(e.Clocks.Select(c => c.Was))
                .SetItems(e.Clocks.Select(c => KeyValuePair.Create(c.Clock.Id, c.Clock))),
        };
    }

    private static CountedBefore Renamed(CountedBefore before, CaseMigrated e) => before with { Backs = Renamed(before.Backs, e) };

    private static ImmutableSortedDictionary<string, int> Renamed(ImmutableSortedDictionary<string, int> backs, CaseMigrated e) =>
        backs.ToImmutableSortedDictionary(b => Back(e, b.Key), b => b.Value, StringComparer.Ordinal);

    private static StepState Renamed(StepState step, CaseMigrated e) =>
        step with
        {
            Key = Key(e, step.Key),
            Answers = [.. step.Answers.Select(a => a with { Choice = a.Choice is { } choice ? Outcome(e, step.Key, choice) : null })],
            Completed = step.Completed is { } done
                ? done with
                {
                    Step = Key(e, done.Step),
                    Outcome = Outcome(e, step.Key, done.Outcome),
                }
                : null,
        };

    private static ImmutableSortedDictionary<string, MarkedMoment> Renamed(
        ImmutableSortedDictionary<string, MarkedMoment> moments,
        CaseMigrated e
    ) => moments.ToImmutableSortedDictionary(m => m.Key, m => m.Value with { Step = Key(e, m.Value.Step) }, StringComparer.Ordinal);

    // Whoever looks at an open step sees it under another definition: what they saw before is out of date.
    private static StepState Touched(StepState step, CaseMigrated e, long entry) =>
        step.Status is StepStatus.Open or StepStatus.Following
            ? step with
            {
                Entitled = e.Entitled.GetValueOrDefault(step.Key, step.Entitled),
                Revision = entry,
            }
            : step;

    private static string Key(CaseMigrated e, string key) => e.Steps.GetValueOrDefault(key, key);

    private static string Outcome(CaseMigrated e, string key, string outcome) =>
        e.Outcomes.GetValueOrDefault($"{new OutcomeKey(StepKey.IdOf(key), outcome)}", outcome);

    private static string Back(CaseMigrated e, string back) =>
        OutcomeKey.Parse(back) is var (step, outcome) ? $"{new OutcomeKey(Key(e, step), Outcome(e, step, outcome))}" : back;
}

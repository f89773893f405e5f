using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Host.WhatIf;

/// <summary>What is otherwise in one case.</summary>
/// <param name="Case">Its recorded number.</param>
/// <param name="Process">Its process.</param>
/// <param name="Clocks">The clocks whose last day or lateness changed.</param>
/// <param name="Outcomes">The outcomes that changed.</param>
/// <param name="Refused">The recorded commands that are refused.</param>
/// <param name="Fault">The bug that ended the walk; null for none.</param>
public sealed record CaseDifference(
    string Case,
    string Process,
    ImmutableArray<ClockDifference> Clocks,
    ImmutableArray<OutcomeDifference> Outcomes,
    ImmutableArray<RefusedCommand> Refused,
    Message? Fault
)
{
    /// <summary>Whether nothing changed.</summary>
    public bool IsNone => Clocks.IsEmpty && Outcomes.IsEmpty && Refused.IsEmpty && Fault is null;
}

/// <summary>A clock that ends otherwise.</summary>
/// <param name="Clock">Its id.</param>
/// <param name="Was">Its last day as recorded; null while it stood still, or where there was no such clock.</param>
/// <param name="Now">Its last day in the alternative, likewise.</param>
/// <param name="WasLate">Whether it was overdue.</param>
/// <param name="IsLate">Whether it is overdue in the alternative.</param>
public sealed record ClockDifference(string Clock, DateOnly? Was, DateOnly? Now, bool WasLate, bool IsLate);

/// <summary>An outcome that is another.</summary>
/// <param name="Step">The step's key, with its run from the second on; null for the result of the case.</param>
/// <param name="Was">As recorded; null for none.</param>
/// <param name="Now">In the alternative; null for none.</param>
public sealed record OutcomeDifference(string? Step, string? Was, string? Now);

/// <summary>Compares how a case stands in two worlds.</summary>
internal static class CaseComparison
{
    internal static ImmutableArray<ClockDifference> Clocks(CaseState? was, CaseState? now, DateOnly day) =>
        [
            .. Keys(was?.Clocks.Keys, now?.Clocks.Keys)
                .Select(id => (Id: id, Was: was?.Clocks.GetValueOrDefault(id), Now: now?.Clocks.GetValueOrDefault(id)))
                .Select(x => new ClockDifference(x.Id, Due(x.Was), Due(x.Now), IsLate(x.Was, day), IsLate(x.Now, day)))
                .Where(d => d.Was != d.Now || d.WasLate != d.IsLate),
        ];

    internal static ImmutableArray<OutcomeDifference> Outcomes(CaseState? was, CaseState? now)
    {
        var (before, after) = (Outcomes(was), Outcomes(now));
        return
        [
            .. Keys(before.Keys, after.Keys)
                .Select(k => new OutcomeDifference(k.Length == 0 ? null : k, before.GetValueOrDefault(k), after.GetValueOrDefault(k)))
                .Where(d => d.Was != d.Now),
        ];
    }

    private static Dictionary<string, string?> Outcomes(CaseState? state)
    {
        if (state is null)
            return [];
        var outcomes = state
            .Superseded.Concat(state.Steps.Values)
            .GroupBy(s => s.Name)
            .ToDictionary(s => s.Key, s => s.Last().Outcome, StringComparer.Ordinal);
        outcomes[""] = state.Result;
        return outcomes;
    }

    private static IEnumerable<string> Keys(IEnumerable<string>? one, IEnumerable<string>? other) =>
        (one ?? []).Union(other ?? []).Order(StringComparer.Ordinal);

    private static DateOnly? Due(ClockState? clock) => clock is null or { IsPaused: true } ? null : clock.DueOn;

    // A floor is nobody's delay, and a clock that stood still to its end was never late.
    private static bool IsLate(ClockState? clock, DateOnly day) =>
        clock is { Kind: not LimitKind.AtLeast, IsPaused: false }
        && !clock.Pauses.Any(p => p.IsOpen && p.From < clock.DueOn)
        && (clock.EndedOn ?? day) > clock.DueOn;
}

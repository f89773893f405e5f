using System.Collections.Immutable;
using Workflow.Definitions.Stories;
using Workflow.Engine.Record.Entries;

namespace Workflow.Host.WhatIf;

/// <summary>What if the law, the calendar or a limit had been another: people act as they did, rules act as they then must.</summary>
public static class WhatIf
{
    /// <summary>Compares a case, with those it called, in two worlds. Both are played, so that what differs comes from the worlds alone.</summary>
    /// <param name="family">The entries of each case.</param>
    /// <param name="world">The world as it was.</param>
    /// <param name="otherwise">The alternative.</param>
    /// <param name="until">The moment up to which time passes; not before the last entry.</param>
    /// <returns>One line for each case, also where nothing changed.</returns>
    public static ImmutableArray<CaseDifference> Compare(
        IReadOnlyCollection<ImmutableArray<LedgerEntry>> family,
        ScenarioWorld world,
        ScenarioWorld otherwise,
        DateTimeOffset until
    )
    {
        var (was, now) = (Regeneration.Play(family, world, until), Regeneration.Play(family, otherwise, until));
        return [.. family.Select(entries => Of(entries, was, now, world, until))];
    }

    private static CaseDifference Of(
        ImmutableArray<LedgerEntry> entries,
        Regenerated was,
        Regenerated now,
        ScenarioWorld world,
        DateTimeOffset until
    )
    {
        var (number, process) = (entries[0].Case, world.Bound(entries[0].Definition));
        var (before, after) = (was.States.GetValueOrDefault(number), now.States.GetValueOrDefault(number));
        var day = world.Calendar(process, DateOnly.MaxValue).DayOf(until);
        return new CaseDifference(
            number,
            process.Definition.Id,
            CaseComparison.Clocks(before, after, day),
            CaseComparison.Outcomes(before, after),
            [
                .. now.Refused.Where(r =>
                    r.Entry.Case == number && !was.Refused.Any(b => b.Entry.Number == r.Entry.Number && b.Entry.Case == number)
                ),
            ],
            now.Fault ?? was.Fault
        );
    }
}

using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>
/// How a case stood in law as a day ended, by everything known now: later facts with an earlier effective day are in it, and
/// clocks are derived again from them. It never claims to be what a screen showed on that day.
/// </summary>
/// <param name="Day">The day.</param>
/// <param name="Moments">The moments marked by then, with their legal days.</param>
/// <param name="Clocks">The clocks that had started by then, with conclusions drawn again.</param>
/// <param name="Held">Who had to act as the day ended.</param>
public sealed record LegalView(
    DateOnly Day,
    ImmutableSortedDictionary<string, DateOnly> Moments,
    ImmutableArray<ClockState> Clocks,
    ImmutableArray<Holder> Held
)
{
    /// <summary>Derives the view of a case that was never moved to another definition.</summary>
    /// <param name="process">The case's definition.</param>
    /// <param name="entries">Every entry of the case, in order; at least one.</param>
    /// <param name="calendar">The latest calendar that the case knows.</param>
    /// <param name="day">The day.</param>
    public static LegalView Of(PublishedProcess process, IReadOnlyList<LedgerEntry> entries, WorkCalendar calendar, DateOnly day) =>
        Of(new CaseDefinitions(process), entries, calendar, day);

    /// <summary>Derives the view.</summary>
    /// <param name="definitions">The case's definitions.</param>
    /// <param name="entries">Every entry of the case, in order; at least one.</param>
    /// <param name="calendar">The latest calendar that the case knows.</param>
    /// <param name="day">The day.</param>
    public static LegalView Of(CaseDefinitions definitions, IReadOnlyList<LedgerEntry> entries, WorkCalendar calendar, DateOnly day)
    {
        entries = PresentNames.Of(entries);
        var drawn = Started(entries, day).Select(id => ClockLife.On(definitions, entries, id, calendar, day)).OfType<ClockState>().ToList();
        return new LegalView(
            day,
            Marked(entries, day),
            [.. drawn.Select(c => Concluded(definitions.Of(c), c, drawn, calendar, day))],
            Holder.Ordered(StepRun.Of(entries).Where(r => r.IsOpenAfter(day)).SelectMany(r => r.Holders(definitions, day)))
        );
    }

    private static ClockState Concluded(
        PublishedProcess process,
        ClockState clock,
        List<ClockState> all,
        WorkCalendar calendar,
        DateOnly day
    ) => ClockLife.Judged(process, ClockLife.Clamped(process, clock, all, calendar), day);

    // A clock that a move adds counts from its first day, but did not exist before the move.
    private static IEnumerable<string> Started(IReadOnlyList<LedgerEntry> entries, DateOnly day) =>
        entries
            .Where(e => e.Command is not MigrateCase || e.Stamp.EffectiveOn <= day)
            .SelectMany(e => e.Events)
            .OfType<ClockStarted>()
            .Select(e => e.Clock.Id)
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, DateOnly> Marked(IReadOnlyList<LedgerEntry> entries, DateOnly day)
    {
        var marked = ImmutableSortedDictionary.CreateBuilder<string, DateOnly>(StringComparer.Ordinal);
        foreach (var (happened, on) in entries.SelectMany(e => e.Events.Select(h => (h, e.Stamp.EffectiveOn))))
        {
            if (happened is MomentMarked m && m.Day <= day)
                marked[m.Moment] = m.Day;
            if (happened is MomentUnmarked u && on <= day)
                marked.Remove(u.Moment);
        }

        return marked.ToImmutable();
    }
}

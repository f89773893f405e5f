using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>A stretch of a limit in hours in which nothing changed.</summary>
/// <param name="From">Its first instant, in UTC.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Grounds">The grounds for which it does not count; empty where it counts.</param>
/// <param name="IsOverdue">Whether it lies past the end.</param>
/// <param name="Held">Who held the clock, or the excluded procedures.</param>
public sealed record HourSpan(
    DateTimeOffset From,
    DateTimeOffset To,
    ImmutableArray<string> Grounds,
    bool IsOverdue,
    ImmutableArray<Holder> Held
)
{
    /// <summary>Whether it counts, or is overdue.</summary>
    public bool IsCounted => Grounds.IsEmpty;

    /// <summary>Who had the case in hand while it does not count; empty where it counts.</summary>
    public ImmutableArray<Holder> Meanwhile { get; init; } = [];

    /// <summary>Its length in hours.</summary>
    public Fraction Hours => new((To - From).Ticks, TimeSpan.TicksPerHour);

    /// <summary>Cuts a limit in hours at every instant at which something changed, up to a moment. Empty for limits counted backwards.</summary>
    internal static ImmutableArray<HourSpan> Of(
        CaseDefinitions definitions,
        IReadOnlyList<LedgerEntry> entries,
        ClockState clock,
        WorkCalendar calendar,
        DateTimeOffset asAt
    )
    {
        if (clock.Kind == LimitKind.Before)
            return [];
        var end = clock.EndedOn is null ? asAt : Ended(entries, clock, calendar);
        var states = States(entries);
        var cuts = Cuts(clock, states.Select(s => s.LastAt), end);
        var spans = cuts.Zip(cuts.Skip(1)).Where(x => x.First >= clock.StartAt);
        return [.. spans.Select(x => Of(definitions, states, clock, x.First, x.Second))];
    }

    private static DateTimeOffset[] Cuts(ClockState clock, IEnumerable<DateTimeOffset> recorded, DateTimeOffset end)
    {
        var pauses = clock.Pauses.SelectMany(p => new[] { p.FromAt, p.ToAt ?? p.FromAt });
        var changes = recorded.Concat(pauses).Append(clock.DueAt).Where(at => at > clock.StartAt && at < end);
        return [.. changes.Append(clock.StartAt).Append(end).Distinct().Order()];
    }

    private static HourSpan Of(
        CaseDefinitions definitions,
        List<CaseState> states,
        ClockState clock,
        DateTimeOffset from,
        DateTimeOffset to
    )
    {
        var overdue = from >= clock.DueAt && clock.Kind != LimitKind.AtLeast && !IsStill(clock);
        var grounds = overdue ? [] : Excluding(clock, from);
        var state = states.LastOrDefault(s => s.LastAt <= from) ?? states[0];
        var hands = Holder.Of(definitions.Bound(state.Definition), state);
        return grounds.IsEmpty
            ? new HourSpan(from, to, grounds, overdue, hands)
            : new HourSpan(from, to, grounds, overdue, [.. grounds.Select(g => new Holder(HolderKind.Procedure, g))]) { Meanwhile = hands };
    }

    private static ImmutableArray<string> Excluding(ClockState clock, DateTimeOffset at) =>
        [.. clock.Pauses.Where(p => p.FromAt <= at && (p.ToAt is not { } end || end > at)).Select(p => p.Ground).Distinct()];

    // The day is a conclusion of law; the moment within it is the recorded one where the act was recorded on that day.
    private static DateTimeOffset Ended(IReadOnlyList<LedgerEntry> entries, ClockState clock, WorkCalendar calendar)
    {
        if (clock.Status == ClockStatus.Elapsed)
            return clock.DueAt;
        var at = entries.Last(e => e.Events.Any(h => h.Ends(clock.Id))).Stamp.RecordedAt;
        return calendar.DayOf(at) == clock.EndedOn ? at : calendar.EndOf(clock.EndedOn!.Value);
    }

    private static bool IsStill(ClockState clock) => clock.Pauses.Any(p => p.ToAt is null && p.FromAt < clock.DueAt);

    private static List<CaseState> States(IReadOnlyList<LedgerEntry> entries)
    {
        var states = new List<CaseState>(entries.Count);
        foreach (var entry in entries)
            states.Add(CaseFold.Apply(states is [.., var last] ? last : CaseState.Empty, entry.Events, entry.Stamp.RecordedAt));
        return states;
    }
}

using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Cases;
using Workflow.Engine.Clocks;
using Workflow.Engine.Evidence;

namespace Workflow.Definitions.Scenarios.Timelines;

/// <summary>Tells the timeline of cases from their ledgers alone.</summary>
public static class TimelineTeller
{
    /// <summary>Returns the timeline of the cases behind a door.</summary>
    /// <param name="title">The story's title.</param>
    /// <param name="door">The door.</param>
    /// <param name="world">Definitions, register, calendars.</param>
    public static Timeline Tell(string title, ICaseDoor door, ScenarioWorld world)
    {
        var cases = door.Cases.ToDictionary(n => n, n => CaseState.Empty, StringComparer.Ordinal);
        var days = ImmutableArray.CreateBuilder<TimelineDay>();
        var entries = door.Cases.SelectMany(n => door.Entries(n)).OrderBy(e => e.Stamp.RecordedAt).ThenBy(e => e.Case, StringComparer.Ordinal).ThenBy(e => e.Number);
        foreach (var day in entries.GroupBy(e => Calendar(world, e).DayOf(e.Stamp.RecordedAt)))
        {
            ImmutableArray<TimelineEntry> lines = [.. day.Select(e => Line(e, cases, world))];
            days.Add(new TimelineDay(day.Key, lines, [.. cases.Values.SelectMany(s => Clocks(s, day.Key, world))], [.. cases.Values.SelectMany(s => Tasks(s, world))]));
        }

        return new Timeline(title, [.. cases.Values.Select(s => Case(s, world))], days.ToImmutable());
    }

    private static WorkCalendar Calendar(ScenarioWorld world, LedgerEntry entry) => world.Calendar(world.Bound(entry.Definition), DateOnly.MaxValue);

    private static TimelineEntry Line(LedgerEntry entry, Dictionary<string, CaseState> cases, ScenarioWorld world)
    {
        var state = cases[entry.Case] = CaseFold.Apply(cases[entry.Case], entry.Events, entry.Stamp.RecordedAt);
        var (words, calendar) = (Words(state, world), Calendar(world, entry));
        var (local, effective) = (calendar.Local(entry.Stamp.RecordedAt), entry.Stamp.EffectiveOn);
        var actor = entry.Stamp.For is { } principal ? $"{words.Name(entry.Stamp.Actor)}（代{words.Name(principal)}）" : words.Name(entry.Stamp.Actor);
        return new TimelineEntry(
            entry.Case,
            entry.Number,
            new TimeOnly(local.Hour, local.Minute),
            entry.Stamp.Actor,
            entry.Command is ExpireClock or RederiveClocks ? CommandWords.Of(entry.Command, words) : $"{actor} {CommandWords.Of(entry.Command, words)}",
            effective == calendar.DayOf(entry.Stamp.RecordedAt) ? null : effective,
            [.. entry.Events.Select(e => EventWords.Of(e, words)).OfType<string>()]);
    }

    private static IEnumerable<TimelineClock> Clocks(CaseState state, DateOnly day, ScenarioWorld world) =>
        from clock in state.Clocks.Values
        where clock.IsOpen
        orderby clock.Step is not null, clock.Id
        select new TimelineClock(state.Number, clock.Id, Words(state, world).Clock(clock.Id), clock.IsPaused ? null : clock.DueOn, Colour(Lamps.Of(clock, day))!, clock.Left, clock.Provisional, clock.PromiseOn, Colour(Lamps.OfPromise(clock, day)));

    private static IEnumerable<TimelineTask> Tasks(CaseState state, ScenarioWorld world) =>
        state.Stage == CaseStage.None ? [] : CaseRows.Inbox(world.Bound(state.Definition), state).GroupBy(r => r.Step).Select(rows =>
            new TimelineTask(state.Number, rows.Key, Words(state, world).Step(rows.Key), string.Join("、", rows.Select(r => Words(state, world).Who(new Entitlement(r.Entitlement, r.Organisation, r.Role, r.Person))))));

    private static TimelineCase Case(CaseState state, ScenarioWorld world) =>
        new(state.Number, state.Process, world.Bound(state.Definition).Definition.Title.Zh, string.Join("、", state.Parties.Select(p => Words(state, world).Who(new Entitlement(p.Role, null, null, p.Person)))), state.Result);

    private static CaseWords Words(CaseState state, ScenarioWorld world) => new(world, world.Bound(state.Definition), state);

    private static string? Colour(Lamp? lamp) => lamp switch
    {
        Lamp.Green => "绿灯",
        Lamp.Yellow => "黄灯",
        Lamp.Red => "红灯",
        Lamp.Grey => "灰灯",
        _ => null,
    };
}

using System.Collections.Immutable;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Tells the timeline of cases from their ledgers alone.</summary>
public static class TimelineTeller
{
    /// <summary>Returns the timeline of the cases behind a door.</summary>
    /// <param name="title">The story's title.</param>
    /// <param name="door">The door.</param>
    /// <param name="world">Definitions, register, calendars.</param>
    public static Timeline Tell(string title, ICaseDoor door, ScenarioWorld world) => Tell(title, door.Cases.Select(n => door.Entries(n)), Glossary.Of(world));

    /// <summary>Returns the timeline of cases from their entries.</summary>
    /// <param name="title">The story's title.</param>
    /// <param name="entries">The entries of each case, the cases in the order in which they are to be listed.</param>
    /// <param name="glossary">What the entries only name.</param>
    public static Timeline Tell(string title, IEnumerable<ImmutableArray<LedgerEntry>> entries, Glossary glossary)
    {
        var told = entries.Where(e => !e.IsEmpty).ToList();
        var cases = told.ToDictionary(e => e[0].Case, _ => CaseState.Empty, StringComparer.Ordinal);
        var days = ImmutableArray.CreateBuilder<TimelineDay>();
        var inOrder = told.SelectMany(e => e).OrderBy(e => e.Stamp.RecordedAt).ThenBy(e => e.Case, StringComparer.Ordinal).ThenBy(e => e.Number);
        foreach (var day in inOrder.GroupBy(e => glossary.Calendar(e).DayOf(e.Stamp.RecordedAt)))
        {
            ImmutableArray<TimelineEntry> lines = [.. day.Select(e => Line(e, cases, glossary))];
            days.Add(new TimelineDay(day.Key, lines, [.. cases.Values.SelectMany(s => Clocks(s, day.Key, glossary))], [.. cases.Values.SelectMany(s => Tasks(s, glossary))]));
        }

        return new Timeline(title, [.. cases.Values.Select(s => Case(s, glossary))], days.ToImmutable());
    }

    /// <summary>Returns the open clocks of a case as they stand on a day.</summary>
    public static IEnumerable<TimelineClock> Clocks(CaseState state, DateOnly day, Glossary glossary) =>
        from clock in state.Clocks.Values
        where clock.IsOpen
        orderby clock.Step is not null, clock.Id
        select new TimelineClock(state.Number, clock.Id, Words(state, glossary).Clock(clock.Id), clock.IsPaused ? null : clock.DueOn, Colour(Lamps.Of(clock, day))!, clock.Left, clock.Provisional, clock.PromiseOn, Colour(Lamps.OfPromise(clock, day)));

    /// <summary>Returns who has to act in a case.</summary>
    public static IEnumerable<TimelineTask> Tasks(CaseState state, Glossary glossary) =>
        state.Stage == CaseStage.None ? [] : CaseRows.Inbox(glossary.Bound(state.Definition), state).GroupBy(r => r.Step).Select(rows =>
            new TimelineTask(state.Number, rows.Key, Words(state, glossary).Step(rows.Key), string.Join("、", rows.Select(r => Words(state, glossary).Who(new Entitlement(r.Entitlement, r.Organisation, r.Role, r.Person))))));

    private static TimelineEntry Line(LedgerEntry entry, Dictionary<string, CaseState> cases, Glossary glossary)
    {
        var state = cases[entry.Case] = CaseFold.Apply(cases[entry.Case], entry.Events, entry.Stamp.RecordedAt);
        var (words, calendar) = (Words(state, glossary), glossary.Calendar(entry));
        var (local, effective) = (calendar.Local(entry.Stamp.RecordedAt), entry.Stamp.EffectiveOn);
        var actor = entry.Stamp.For is { } principal ? $"{words.Name(entry.Stamp.Actor)}（代{words.Name(principal)}）" : words.Name(entry.Stamp.Actor);
        return new TimelineEntry(
            entry.Case,
            entry.Number,
            new TimeOnly(local.Hour, local.Minute),
            entry.Stamp.Actor,
            entry.Command is ExpireClock or RederiveClocks ? CommandWords.Of(entry, words) : $"{actor} {CommandWords.Of(entry, words)}",
            effective == calendar.DayOf(entry.Stamp.RecordedAt) ? null : effective,
            [.. entry.Events.Select(e => EventWords.Of(e, entry, words)).OfType<string>()]);
    }

    private static TimelineCase Case(CaseState state, Glossary glossary) =>
        new(state.Number, state.Process, glossary.Bound(state.Definition).Definition.Title.Zh, string.Join("、", state.Parties.Select(p => Words(state, glossary).Who(new Entitlement(p.Role, null, null, p.Person)))), state.Result) { ResultTitle = state.Result is { } result ? Words(state, glossary).End(result) : null };

    private static CaseWords Words(CaseState state, Glossary glossary) => new(glossary, glossary.Bound(state.Definition), state);

    private static string? Colour(Lamp? lamp) => lamp switch
    {
        Lamp.Green => "绿灯",
        Lamp.Yellow => "黄灯",
        Lamp.Red => "红灯",
        Lamp.Grey => "灰灯",
        _ => null,
    };
}

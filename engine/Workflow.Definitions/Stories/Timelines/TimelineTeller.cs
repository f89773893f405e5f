using System.Collections.Immutable;
using Workflow.Definitions.Wording;
using Workflow.Engine.Evidence;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Tells the timeline of cases from their ledgers alone.</summary>
public sealed class TimelineTeller
{
    private readonly Glossary _glossary;
    private readonly Language _language;
    private readonly Dictionary<string, CaseState> _cases;

    private TimelineTeller(Glossary glossary, Language language, IEnumerable<string> cases) =>
        (_glossary, _language, _cases) = (glossary, language, cases.ToDictionary(c => c, _ => CaseState.Empty, StringComparer.Ordinal));

    /// <summary>Returns the timeline of the cases behind a door.</summary>
    /// <param name="title">The story's title.</param>
    /// <param name="door">The door.</param>
    /// <param name="world">Definitions, register, calendars.</param>
    /// <param name="language">The language in which it is told.</param>
    public static Timeline Tell(string title, ICaseDoor door, ScenarioWorld world, Language language) =>
        Tell(title, door.Cases.Select(n => door.Entries(n)), Glossary.Of(world), language);

    /// <summary>Returns the timeline of cases from their entries.</summary>
    /// <param name="title">The story's title.</param>
    /// <param name="entries">The entries of each case, the cases in the order in which they are to be listed.</param>
    /// <param name="glossary">What the entries only name.</param>
    /// <param name="language">The language in which it is told.</param>
    public static Timeline Tell(string title, IEnumerable<ImmutableArray<LedgerEntry>> entries, Glossary glossary, Language language)
    {
        var told = entries.Where(e => !e.IsEmpty).ToList();
        var teller = new TimelineTeller(glossary, language, told.Select(e => e[0].Case));
        ImmutableArray<TimelineDay> days =
        [
            .. InOrder(told).GroupBy(e => glossary.Calendar(e).DayOf(e.Stamp.RecordedAt)).Select(teller.Day),
        ];
        return new Timeline(title, [.. teller._cases.Values.Select(teller.Case)], days) { Language = language };
    }

    private TimelineDay Day(IGrouping<DateOnly, LedgerEntry> day)
    {
        ImmutableArray<TimelineEntry> lines = [.. day.Select(Line)];
        return new TimelineDay(
            day.Key,
            lines,
            [.. _cases.Values.SelectMany(s => Clocks(s, day.Key))],
            [.. _cases.Values.SelectMany(Tasks)]
        );
    }

    private static IEnumerable<LedgerEntry> InOrder(IEnumerable<ImmutableArray<LedgerEntry>> told) =>
        told.SelectMany(e => e).OrderBy(e => e.Stamp.RecordedAt).ThenBy(e => e.Case, StringComparer.Ordinal).ThenBy(e => e.Number);

    private TimelineEntry Line(LedgerEntry entry)
    {
        var state = _cases[entry.Case] = CaseFold.Apply(_cases[entry.Case], entry.Events, entry.Stamp.RecordedAt);
        var (names, calendar) = (Names(state), _glossary.Calendar(entry));
        var (local, effective) = (calendar.Local(entry.Stamp.RecordedAt), entry.Stamp.EffectiveOn);
        return new TimelineEntry(
            entry.Case,
            entry.Number,
            new TimeOnly(local.Hour, local.Minute),
            entry.Stamp.Actor,
            Say(Act(entry, names)),
            effective == calendar.DayOf(entry.Stamp.RecordedAt) ? null : effective,
            Happened(entry, names)
        );
    }

    private ImmutableArray<string> Happened(LedgerEntry entry, CaseNames names) =>
        [.. entry.Events.Select(e => EventWords.Of(e, entry, names)).OfType<Message>().Select(m => Say(m))];

    // What a clock asks for, nobody did.
    private static Message Act(LedgerEntry entry, CaseNames names)
    {
        var asked = CommandWords.Of(entry, names);
        if (entry.Command is ISettles)
            return asked;
        var actor = names.Person(entry.Stamp.Actor);
        var acting = entry.Stamp.For is { } principal
            ? new Message("named.deputy", ("actor", actor), ("principal", names.Person(principal)))
            : actor;
        return new("timeline.act", ("actor", acting), ("asked", asked));
    }

    private IEnumerable<TimelineClock> Clocks(CaseState state, DateOnly day) =>
        from clock in state.Clocks.Values
        where clock.IsOpen
        orderby clock.Step is not null, clock.Id
        select Clock(state, clock, day);

    private TimelineClock Clock(CaseState state, ClockState clock, DateOnly day) =>
        new(
            state.Number,
            clock.Id,
            Say(Names(state).Clock(clock.Id)),
            clock.IsPaused ? null : clock.DueOn,
            Colour(Lamps.Of(clock, day))!,
            clock.Left,
            clock.Provisional,
            clock.PromiseOn,
            Colour(Lamps.OfPromise(clock, day))
        );

    private IEnumerable<TimelineTask> Tasks(CaseState state) =>
        state.Stage == CaseStage.None
            ? []
            : CaseRows.Inbox(_glossary.Bound(state.Definition), state).GroupBy(r => r.Step).Select(rows => Task(state, rows));

    private TimelineTask Task(CaseState state, IGrouping<string, InboxRow> rows)
    {
        var names = Names(state);
        var who = names.Who(rows.Select(r => new Entitlement(r.Entitlement, r.Organisation, r.Role, r.Person)));
        return new TimelineTask(state.Number, rows.Key, Say(new Message("named.step", ("step", names.Step(rows.Key)))), Say(who));
    }

    private TimelineCase Case(CaseState state)
    {
        var names = Names(state);
        var parties = names.Who(state.Parties.Select(p => new Entitlement(p.Role, null, null, p.Person)));
        return new TimelineCase(state.Number, state.Process, names.Definition.Title.In(_language), Say(parties), state.Result)
        {
            ResultTitle = state.Result is { } result ? Say(names.End(result)) : null,
        };
    }

    private CaseNames Names(CaseState state) => new(_glossary, _glossary.Bound(state.Definition), state);

    private string? Colour(Lamp? lamp) => lamp is { } lit ? Say(new Message($"timeline.lamp.{lit}")) : null;

    private string Say(MessageValue value) => MessageTable.Shipped.Say(value, _language);
}

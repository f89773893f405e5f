using System.Collections.Immutable;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Evidence;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Views;
using Workflow.Host.Cases;
using Workflow.Host.Wording;
using Words = Workflow.Host.Wording.Words;

namespace Workflow.Host.Replaying;

/// <summary>A case as it was after some entry: its story so far, and everything that could be seen and done then.</summary>
public sealed record Replay
{
    public required string Case { get; init; }

    public required string Title { get; init; }

    /// <summary>The entry after which it is shown, from 1.</summary>
    public required long Entry { get; init; }

    /// <summary>How many entries the case has by now.</summary>
    public required int Entries { get; init; }

    /// <summary>The moment asked about; where an entry was named, the moment it was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the last entry shown was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>From which day it holds.</summary>
    public required DateOnly EffectiveOn { get; init; }

    public required CaseStage Stage { get; init; }

    public string? Result { get; init; }

    /// <summary>What people call the result; null while it has none.</summary>
    public string? ResultTitle { get; init; }

    public required Timeline Story { get; init; }

    public required ImmutableArray<StepView> Steps { get; init; }

    public required ImmutableArray<ReplayedClock> Clocks { get; init; }

    public required ImmutableSortedDictionary<string, MarkedMoment> Moments { get; init; }

    /// <summary>For each post and person with an open task: the tasks, and what they might do, with the reason why not.</summary>
    public required ImmutableArray<ReplayedInbox> Inbox { get; init; }

    /// <summary>Replays a case.</summary>
    /// <param name="recorded">The case up to an entry.</param>
    /// <param name="at">The moment asked about; null for that of the last entry.</param>
    /// <param name="words">The language of titles.</param>
    /// <param name="register">Whose dates say who held a post then, beside the facts of the entries; null for those alone.</param>
    /// <param name="viewer">Who looks; null for a verb, which shows the whole.</param>
    public static Replay Of(RecordedCase recorded, DateTimeOffset? at, Words words, Register? register, Viewer? viewer = null)
    {
        var (state, last, calendar) = (recorded.State, recorded.Entries[^1], recorded.LastCalendar);
        var moment = at ?? last.Stamp.RecordedAt;
        var title = words.Say(
            "replay.title",
            last.Number,
            recorded.Total,
            Lines.Moment(calendar.Local(last.Stamp.RecordedAt)),
            Lines.Day(last.Stamp.EffectiveOn),
            Lines.Moment(calendar.Local(moment))
        );
        return new Replay
        {
            Case = state.Number,
            Title = words.Title(recorded.Process.Definition.Title),
            Entry = last.Number,
            Entries = recorded.Total,
            At = moment,
            RecordedAt = last.Stamp.RecordedAt,
            EffectiveOn = last.Stamp.EffectiveOn,
            Stage = state.Stage,
            Result = state.Result,
            ResultTitle = words.End(recorded.Process.Definition, state.Result),
            Story = TimelineTeller.Tell(title, [recorded.Told], recorded.Glossary, words.Language),
            Steps = [.. state.Steps.Values.Where(s => s.Status == StepStatus.Open).Select(s => StepView.Of(recorded.Process, s, words))],
            Clocks =
            [
                .. state.Clocks.Values.Select(c =>
                    ReplayedClock.Of(c, recorded.Names(words.Language).Clock(c.Id), recorded.Calendar(c.Calendar), calendar.DayOf(moment))
                ),
            ],
            Moments = state.Moments,
            Inbox = ReplayedInbox.Of(recorded, moment, calendar, words, register, viewer),
        };
    }
}

/// <summary>A clock on the day asked about: <c>Left</c> in its unit, negative when it is past, null once nobody waits.</summary>
public sealed record ReplayedClock(string Id, string Title, ClockView Clock, int? Left, PeriodUnit Unit)
{
    public static ReplayedClock Of(ClockState clock, string title, WorkCalendar calendar, DateOnly day) =>
        new(clock.Id, title, ClockView.Of(clock, day), Remaining.Of(clock, calendar, day), clock.Total?.Unit ?? PeriodUnit.Days);
}

/// <summary>A post or a person with an open task.</summary>
/// <param name="Who">The post, or the person, in words.</param>
/// <param name="Post">The post; null for a party and for somebody drawn in by name.</param>
/// <param name="Holders">Who held the post then; empty where neither record nor register names anybody.</param>
/// <param name="Tasks">The keys of the open steps.</param>
/// <param name="Actions">What they might do, with the reason why not.</param>
public sealed record ReplayedInbox(
    string Who,
    Post? Post,
    ImmutableArray<ReplayedHolder> Holders,
    ImmutableArray<string> Tasks,
    ImmutableArray<ActionView> Actions
)
{
    // The guards ask for a person of the register. Whoever held a post then, the post itself decides what its holder may do.
    public static ImmutableArray<ReplayedInbox> Of(
        RecordedCase recorded,
        DateTimeOffset at,
        WorkCalendar calendar,
        Words words,
        Register? register,
        Viewer? viewer
    )
    {
        var names = recorded.Names(words.Language);
        return
        [
            .. CaseRows
                .Inbox(recorded.Process, recorded.State)
                .Where(r => viewer is not { IsOutside: true } || r.Person == viewer.Person)
                .GroupBy(r => (r.Organisation, r.Role, r.Person))
                .Select(One),
        ];

        ReplayedInbox One(IEnumerable<InboxRow> rows)
        {
            var first = rows.First();
            var actions = AllowedActions.For(recorded.Process, recorded.State, Holder(first, names), at, calendar);
            return new ReplayedInbox(
                Called(first, names),
                PostOf(first),
                PostOf(first) is { } post ? ReplayedHolder.Of(recorded, post, calendar.DayOf(at), register) : [],
                [.. rows.Select(r => r.Step)],
                [.. actions.Select(o => ActionView.Of(o, words, null))]
            );
        }
    }

    private static Post? PostOf(InboxRow row) =>
        row is { Person: null, Organisation: { } organisation, Role: { } role } ? new Post(organisation, role) : null;

    // The guards ask for a person of the register. Whoever held a post then, the post itself decides what its holder may do.
    private static PersonFact Holder(InboxRow row, CaseWords names)
    {
        var name = (row.Person ?? row.ClaimedBy) is { } known ? names.Name(known) : Called(row, names);
        return row.Person is { } person
            ? new PersonFact(person, name, [], [])
            : new PersonFact(row.ClaimedBy ?? row.Entitlement, name, [new Post(row.Organisation ?? "", row.Role!)], []);
    }

    private static string Called(InboxRow row, CaseWords names) =>
        names.Who(new Entitlement(row.Entitlement, row.Organisation, row.Role, row.Person));
}

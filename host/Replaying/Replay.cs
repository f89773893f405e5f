using System.Collections.Immutable;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Engine.Views;
using Workflow.Host.Cases;
using Workflow.Host.Wording;

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
            Story = TimelineTeller.Tell(Headline(recorded, moment, words), [recorded.Entries], recorded.Glossary, words.Language),
            Steps = [.. Open(state).Select(s => StepView.Of(recorded.Process, s, words))],
            Clocks = [.. state.Clocks.Values.Select(c => ReplayedClock.Of(c, recorded, calendar.DayOf(moment), words))],
            Moments = state.Moments,
            Inbox = new ReplayedInboxes(recorded, moment, words, register).For(viewer),
        };
    }

    private static string Headline(RecordedCase recorded, DateTimeOffset moment, Words words)
    {
        var (last, calendar) = (recorded.Entries[^1], recorded.LastCalendar);
        return words.Say(
            "replay.title",
            last.Number,
            recorded.Total,
            Lines.Moment(calendar.Local(last.Stamp.RecordedAt)),
            Lines.Day(last.Stamp.EffectiveOn),
            Lines.Moment(calendar.Local(moment))
        );
    }

    private static IEnumerable<StepState> Open(CaseState state) => state.Steps.Values.Where(s => s.Status == StepStatus.Open);
}

/// <summary>A clock on the day asked about: <c>Left</c> in its unit, negative when it is past, null once nobody waits.</summary>
public sealed record ReplayedClock(string Id, string Title, ClockView Clock, int? Left, PeriodUnit Unit)
{
    /// <summary>A clock of a case.</summary>
    internal static ReplayedClock Of(ClockState clock, RecordedCase recorded, DateOnly day, Words words) =>
        Of(clock, recorded.Names(words.Language).Clock(clock.Id), recorded.Calendar(clock.Calendar), day);

    public static ReplayedClock Of(ClockState clock, string title, WorkCalendar calendar, DateOnly day) =>
        new(clock.Id, title, ClockView.Of(clock, day), Remaining.Of(clock, calendar, day), UnitOf(clock));

    // What is left of a period in months is counted in days.
    private static PeriodUnit UnitOf(ClockState clock) => clock.Total?.Unit is { } unit and not PeriodUnit.Months ? unit : PeriodUnit.Days;
}

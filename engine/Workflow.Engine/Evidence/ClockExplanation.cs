using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Evidence;

/// <summary>What an office used of its share of a clock.</summary>
/// <param name="Office">The office's short name.</param>
/// <param name="Share">Its share; in the clock's unit.</param>
/// <param name="Used">Counted days on whose evening a step of the office was open, those past the last day included.</param>
public sealed record ShareUse(string Office, Period Share, int Used)
{
    /// <summary>The share's own lamp: yellow on its last day, red beyond.</summary>
    public Lamp Lamp =>
        Used > Share.Amount ? Lamp.Red
        : Used == Share.Amount ? Lamp.Yellow
        : Lamp.Green;
}

/// <summary>Why a clock ends when it ends: the rule, the facts, what became of every day, and who held it.</summary>
public sealed record ClockExplanation
{
    /// <summary>The clock with its facts and conclusions.</summary>
    public required ClockState Clock { get; init; }

    /// <summary>The rule's title.</summary>
    public required NameValue Title { get; init; }

    /// <summary>The rule's source as cited.</summary>
    public required string Basis { get; init; }

    /// <summary>What the cited article says, as it was when the definition was published; empty for an internal rule, and where nobody wrote it down.</summary>
    public ImmutableArray<CitedArticle> Articles { get; init; } = [];

    /// <summary>What the article says that prolongs it by a long rest; empty where none does.</summary>
    public ImmutableArray<CitedArticle> RollArticles { get; init; } = [];

    /// <summary>The day up to which it is known what happened: the day of asking, or the day it ended.</summary>
    public DateOnly KnownThrough { get; init; }

    /// <summary>The shorter period that the office promised; null for none.</summary>
    public Period? Promise { get; init; }

    /// <summary>How its length came about where somebody sets it in a field; null for every other.</summary>
    public ExplainedLength? SetLength { get; init; }

    /// <summary>The paper or the material from whose last day it is counted; null where it counts from something else.</summary>
    public ExplainedValidity? Validity { get; init; }

    /// <summary>The moments of the rule that start it; empty for a step's limit.</summary>
    public ImmutableArray<string> StartedBy { get; init; } = [];

    /// <summary>Every change since it last started, in order.</summary>
    public required ImmutableArray<ClockChange> Changes { get; init; }

    /// <summary>Its pauses with what they rest on.</summary>
    public required ImmutableArray<ExplainedPause> Pauses { get; init; }

    /// <summary>Its extensions with what they rest on.</summary>
    public required ImmutableArray<ExplainedExtension> Extensions { get; init; }

    /// <summary>The editions of the years that the days lie in: the notices that say which days were worked.</summary>
    public required ImmutableArray<CalendarEdition> Editions { get; init; }

    /// <summary>The regional layers of the calendar.</summary>
    public required ImmutableArray<CalendarOverlay> Overlays { get; init; }

    /// <summary>The days in the order of counting, past the last day while nobody stopped it; where the limit is simply a day, only the days past it.</summary>
    public ImmutableArray<ExplainedDay> Days { get; init; } = [];

    /// <summary>A limit in hours by instants; empty for all others.</summary>
    public ImmutableArray<HourSpan> Spans { get; init; } = [];

    /// <summary>What was counted and is overdue, as far as it is known; in days, for limits in hours in hours.</summary>
    public Fraction Used { get; init; }

    /// <summary>Who held it how long: whole days may overlap, the exact shares sum to <see cref="Used"/>.</summary>
    public ImmutableArray<HolderShare> Apportioned { get; init; } = [];

    /// <summary>What would have counted and did not, by ground, with those who had the case in hand meanwhile; as far as it is known.</summary>
    public ImmutableArray<ExcludedTime> NotCounted { get; init; } = [];

    /// <summary>
    /// <see cref="Used"/> and what was not counted together: of a limit in working days every working day after its first day up to the
    /// day it stopped or the day of asking, each once and without remainder.
    /// </summary>
    public Fraction Whole => NotCounted.Aggregate(Used, (sum, n) => sum + n.Length);

    /// <summary>What each office used of the share that the rule gives it; empty where the rule gives none.</summary>
    public ImmutableArray<ShareUse> Shares { get; init; } = [];

    /// <summary>Explains a clock of a case that was never moved to another definition.</summary>
    /// <param name="process">The case's definition.</param>
    /// <param name="entries">The case's entries up to any moment, in order; at least one.</param>
    /// <param name="clock">The clock's id.</param>
    /// <param name="calendar">The calendar that the clock names.</param>
    /// <param name="asAt">The moment of asking: who held later days nobody knows yet.</param>
    /// <returns>The explanation, or null when the case has no such clock.</returns>
    public static ClockExplanation? Of(
        PublishedProcess process,
        IReadOnlyList<LedgerEntry> entries,
        string clock,
        WorkCalendar calendar,
        DateTimeOffset asAt
    ) => Of(new CaseDefinitions(process), entries, clock, calendar, asAt);

    /// <summary>Explains a clock of a case from what was recorded.</summary>
    /// <param name="definitions">The case's definitions.</param>
    /// <param name="entries">The case's entries up to any moment, in order; at least one.</param>
    /// <param name="clock">The clock's id.</param>
    /// <param name="calendar">The calendar that the clock names.</param>
    /// <param name="asAt">The moment of asking: who held later days nobody knows yet.</param>
    /// <returns>The explanation, or null when the case has no such clock.</returns>
    public static ClockExplanation? Of(
        CaseDefinitions definitions,
        IReadOnlyList<LedgerEntry> entries,
        string clock,
        WorkCalendar calendar,
        DateTimeOffset asAt
    )
    {
        var state = EntryFold.Of(entries);
        if (!state.Clocks.TryGetValue(clock, out var found))
            return null;
        entries = PresentNames.Of(entries);
        var known = found.EndedOn ?? calendar.DayOf(asAt);
        var days = new DayLedger(definitions, entries, found, calendar, known).Days();
        var spans = found.Total?.Unit == PeriodUnit.Hours ? HourSpan.Of(definitions, entries, found, calendar, asAt) : [];
        var explained = Facts(definitions, entries, found, calendar) with
        {
            KnownThrough = known,
            Days = days,
            Spans = spans,
            SetLength = ExplainedLength.Of(definitions.Of(found), state, found, calendar),
            Validity = ExplainedValidity.Of(definitions.Of(found), definitions.Rule(found), state, found),
        };
        return explained.WithUse(definitions.Rule(found), state.Offices);
    }

    // What the rule says, what happened to the clock, and the notices behind the calendar; no time is counted yet.
    private static ClockExplanation Facts(
        CaseDefinitions definitions,
        IReadOnlyList<LedgerEntry> entries,
        ClockState clock,
        WorkCalendar calendar
    )
    {
        var rule = definitions.Rule(clock);
        var basis = clock.Basis ?? rule.Basis;
        return new ClockExplanation
        {
            Clock = clock,
            Title = rule.Name(clock.Id),
            Basis = basis.ToString(),
            Articles = Said(definitions, clock, basis),
            RollArticles = Said(definitions, clock, clock.LongRest?.Basis),
            Promise = rule.Promise,
            StartedBy = rule.From,
            Changes = ClockHistory.Of(definitions, entries, clock),
            Pauses = ClockPapers.Pauses(definitions, entries, clock),
            Extensions = ClockPapers.Extensions(definitions, entries, clock),
            Editions = calendar.Editions,
            Overlays = calendar.Overlays,
        };
    }

    private static ImmutableArray<CitedArticle> Said(CaseDefinitions definitions, ClockState clock, LegalBasis? basis) =>
        [.. definitions.Of(clock).Definition.Articles.Where(a => a.Basis == basis)];

    private ClockExplanation WithUse(ClockRule rule, IReadOnlyDictionary<string, string> offices)
    {
        var times = Spans.IsEmpty ? HeldTimes(Days) : HeldTimes(Spans);
        return this with
        {
            Editions = [.. Editions.Where(e => Days.Any(d => d.Day.Date.Year == e.Year))],
            Used = times.Aggregate(Fraction.Zero, (sum, t) => sum + t.Length),
            Apportioned = HolderShare.Of(times),
            NotCounted = Spans.IsEmpty ? ExcludedTime.Of(Days) : ExcludedTime.Of(Spans),
            Shares = [.. rule.Shares.Select(s => Use(s.Key, s.Value, offices.GetValueOrDefault(s.Key, s.Key), Days))],
        };
    }

    private static List<HeldTime> HeldTimes(ImmutableArray<ExplainedDay> days) =>
        [.. days.Where(d => d.IsUsed).Select(d => new HeldTime(Fraction.Of(1), d.Overdue > 0, d.Held))];

    private static List<HeldTime> HeldTimes(ImmutableArray<HourSpan> spans) =>
        [.. spans.Where(s => s.IsCounted).Select(s => new HeldTime(s.Hours, s.IsOverdue, s.Held))];

    private static ShareUse Use(string office, Period share, string organisation, ImmutableArray<ExplainedDay> days) =>
        new(office, share, days.Count(d => d.IsUsed && d.Held.Any(h => h.Id == organisation)));
}

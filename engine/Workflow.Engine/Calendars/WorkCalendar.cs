using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Workflow.Engine.Calendars;

/// <summary>The working days of one authority as known on some day; immutable, and named by its digest.</summary>
public sealed partial class WorkCalendar : IEquatable<WorkCalendar>
{
    private readonly WorkZone _zone;
    private readonly Midnights _midnights;
    private readonly WorkdayIndex _index;
    private readonly RestRuns _rest;
    private readonly Dictionary<DateOnly, CalendarDay> _named = [];

    // New Year's Day and the days off around it are arranged by the notice of the year that it begins.
    private const int LastSettledOfDecember = 23;

    private WorkCalendar(
        string zone,
        ImmutableArray<CalendarEdition> editions,
        ImmutableArray<CalendarOverlay> overlays,
        ImmutableArray<StatutoryEdition> beyond
    )
    {
        (Zone, Editions, Overlays, Beyond, _zone) = (zone, editions, overlays, beyond, new WorkZone(zone));
        (From, Through) =
            editions is [var first, .., var last] ? (FirstDay(first), LastDay(last))
            : editions is [var only] ? (FirstDay(only), LastDay(only))
            : (DateOnly.MinValue.AddDays(1), DateOnly.MinValue);
        _midnights = new Midnights(_zone, From, Through);
        foreach (var edition in editions)
            Name(edition.Days, edition.Notice);
        foreach (var overlay in overlays)
            Name(overlay.Days, overlay.Title);
        foreach (var statutory in beyond)
            Name(statutory);
        var end = LastReckoned();
        _index = Index(end);
        _rest = new RestRuns(From.DayNumber, end.DayNumber + 1, day => _index.Rank(day) > _index.Rank(day - 1));
        Canonical = CanonicalText.Write(zone, editions, overlays, beyond);
        Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical)));
    }

    /// <summary>The IANA time zone in which its days begin and end.</summary>
    public string Zone { get; }

    /// <summary>The editions it was resolved from, one a year, in order of the year.</summary>
    public ImmutableArray<CalendarEdition> Editions { get; }

    /// <summary>The regional layers it was resolved with; a later one wins.</summary>
    public ImmutableArray<CalendarOverlay> Overlays { get; }

    /// <summary>The first published day.</summary>
    public DateOnly From { get; }

    /// <summary>The last published day, inclusive; before <see cref="From"/> when nothing is published.</summary>
    public DateOnly Through { get; }

    /// <summary>The regulation on holidays, with its days in the years past the coverage; empty where the calendars know of none.</summary>
    public ImmutableArray<StatutoryEdition> Beyond { get; }

    /// <summary>The last day that no notice still to come may turn into a day off or a day worked; <see cref="Through"/> for a calendar without <see cref="Beyond"/>.</summary>
    public DateOnly Settled => Beyond.IsEmpty ? Through : new DateOnly(Through.Year, 12, LastSettledOfDecember);

    /// <summary>The text that is digested and stored; <see cref="Parse"/> restores the calendar from it.</summary>
    public string Canonical { get; }

    /// <summary>SHA-256 over <see cref="Canonical"/> in UTF-8, 64 lower-case hexadecimal digits.</summary>
    public string Digest { get; }

    /// <summary>Restores a calendar from its <see cref="Canonical"/> text, with the same digest.</summary>
    /// <exception cref="FormatException">The text is not one this engine wrote.</exception>
    public static WorkCalendar Parse(string canonical)
    {
        var calendar = CanonicalParser.Parse(canonical);
        return calendar.Canonical == canonical
            ? calendar
            : throw new FormatException("Expected the text of a stored calendar, but reading and writing it gives another.");
    }

    /// <summary>Returns what is known of a day.</summary>
    public CalendarDay Describe(DateOnly day) =>
        _named.TryGetValue(day, out var named)
            ? named
            : new CalendarDay(day, IsWeekend(day) ? DayKind.Weekend : DayKind.Workday, null, EditionOf(day)?.Notice, Covers(day));

    /// <summary>Whether the day lies in the published coverage.</summary>
    public bool Covers(DateOnly day) => day >= From && day <= Through;

    /// <summary>Whether the day is arranged for good.</summary>
    public bool IsSettled(DateOnly day) => day >= From && day <= Settled;

    /// <summary>Whether both calendars have the same digest.</summary>
    public bool Equals(WorkCalendar? other) => other is not null && other.Digest == Digest;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WorkCalendar);

    /// <inheritdoc/>
    public override int GetHashCode() => Digest.GetHashCode(StringComparison.Ordinal);

    internal static WorkCalendar Build(
        string zone,
        ImmutableArray<CalendarEdition> editions,
        ImmutableArray<CalendarOverlay> overlays,
        ImmutableArray<StatutoryEdition> beyond
    ) => new(zone, editions, overlays, beyond);

    private static DateOnly FirstDay(CalendarEdition edition) => new(edition.Year, 1, 1);

    private static DateOnly LastDay(CalendarEdition edition) => new(edition.Year, 12, 31);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private CalendarEdition? EditionOf(DateOnly day) => Covers(day) ? Editions[day.Year - From.Year] : null;

    // What a notice says of days past the coverage waits until their year is published.
    private void Name(ImmutableArray<CalendarException> days, string? notice)
    {
        foreach (var day in days.Where(d => Covers(d.Date)))
            _named[day.Date] = new CalendarDay(day.Date, day.Works ? DayKind.MakeUpWorkday : DayKind.Holiday, day.Name, notice, true);
    }

    // Past the coverage the week is as it is, but for the holidays that are fixed for every year.
    private void Name(StatutoryEdition statutory)
    {
        foreach (var day in statutory.Days)
            _named[day.Date] = new CalendarDay(day.Date, DayKind.Holiday, day.Name, statutory.Title, false);
    }

    private DateOnly LastReckoned() =>
        Beyond.SelectMany(s => s.Days).Select(d => d.Date.Year).DefaultIfEmpty().Max() is var last and > 0
            ? new DateOnly(last, 12, 31)
            : Through;

    private WorkdayIndex Index(DateOnly end)
    {
        var works = new bool[Math.Max(0, end.DayNumber - From.DayNumber + 1)];
        for (var i = 0; i < works.Length; i++)
            works[i] = (From.DayNumber + i) % 7 < 5;
        foreach (var named in _named.Values)
            works[named.Date.DayNumber - From.DayNumber] = named.IsWorkday;
        return new WorkdayIndex(From.DayNumber, works);
    }
}

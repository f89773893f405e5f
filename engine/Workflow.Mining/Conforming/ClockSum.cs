using Workflow.Engine.Calendars;

namespace Workflow.Mining.Conforming;

/// <summary>A clock over all cases.</summary>
/// <param name="calendar">The calendar in which lateness is told in working days.</param>
public sealed class ClockSum(WorkCalendar calendar)
{
    /// <summary>Cases in which the log does not say when it started.</summary>
    public long NotStarted { get; private set; }

    /// <summary>Whether a day was counted that no published calendar covers.</summary>
    public bool IsProvisional { get; private set; }

    /// <summary>Days from start to end of those that stopped.</summary>
    public Spread Days { get; } = new();

    /// <summary>Lateness by each yardstick.</summary>
    public SortedDictionary<Yardstick, LateSum> By { get; } = [];

    internal void Add(ClockVerdict verdict)
    {
        if (verdict.StartOn is null)
            NotStarted++;
        IsProvisional |= verdict.IsProvisional;
        if (verdict.Days is { } days)
            Days.Add(days);
        foreach (var by in Enum.GetValues<Yardstick>())
            Of(by).Add(verdict, by, calendar);
    }

    private LateSum Of(Yardstick by) => By.TryGetValue(by, out var sum) ? sum : By[by] = new LateSum();
}

/// <summary>Lateness by one yardstick. Every case is in one of the counts.</summary>
public sealed class LateSum
{
    private readonly SortedDictionary<DateOnly, long> _open = [];

    /// <summary>Ended on its last day or before.</summary>
    public long OnTime { get; private set; }

    /// <summary>Ended after it: by how many days.</summary>
    public Spread LateDays { get; } = new();

    /// <summary>The same in working days; 0 where only days off lay between.</summary>
    public Spread LateWorkingDays { get; } = new();

    /// <summary>Has no last day by this yardstick.</summary>
    public long Undated { get; private set; }

    /// <summary>Has a last day and no end.</summary>
    public long Open => _open.Values.Sum();

    /// <summary>Every case.</summary>
    public long Total => OnTime + LateDays.Count + Undated + Open;

    /// <summary>Those of <see cref="Open"/> whose last day is before a day.</summary>
    public long Overdue(DateOnly asOf) => _open.Where(o => o.Key < asOf).Sum(o => o.Value);

    internal void Add(ClockVerdict verdict, Yardstick by, WorkCalendar calendar)
    {
        if (!verdict.Due.TryGetValue(by, out var due))
            Undated++;
        else if (verdict.EndOn is not { } end)
            _open[due] = _open.GetValueOrDefault(due) + 1;
        else if (end <= due)
            OnTime++;
        else
            AddLate(due, end, calendar);
    }

    private void AddLate(DateOnly due, DateOnly end, WorkCalendar calendar)
    {
        LateDays.Add(end.DayNumber - due.DayNumber);
        LateWorkingDays.Add(calendar.CountWorkdays(due, end));
    }
}

/// <summary>The cases that began in one month.</summary>
public sealed class MonthSum
{
    /// <summary>How many began.</summary>
    public long Begun { get; private set; }

    /// <summary>Those that have ended.</summary>
    public long Ended { get; private set; }

    /// <summary>Those whose order of steps fits.</summary>
    public long Fitting { get; private set; }

    /// <summary>Those that ended after the last day that the log carries; by the definition's period where it carries none.</summary>
    public long Late { get; private set; }

    /// <summary>Days from start to end by the first clock.</summary>
    public Spread Days { get; } = new();

    internal void Add(CaseVerdict verdict)
    {
        Begun++;
        if (verdict.HasEnded)
            Ended++;
        if (verdict.Fits)
            Fitting++;
        if (verdict.Clocks is [var first, ..])
            Add(first);
    }

    private void Add(ClockVerdict first)
    {
        if (first.Days is { } days)
            Days.Add(days);
        if ((first.Late(Yardstick.Deadline) ?? first.Late(Yardstick.Period)) > 0)
            Late++;
    }
}

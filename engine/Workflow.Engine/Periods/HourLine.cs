using Workflow.Engine.Calendars;

namespace Workflow.Engine.Periods;

/// <summary>What a limit in hours does with the days it runs through.</summary>
internal sealed class HourLine(Reckoning reckoning, WorkCalendar calendar, DueDate due)
{
    private readonly bool _forward = reckoning.Direction == Counting.Forward;
    private readonly Gaps _gaps = Gaps.Of(reckoning);
    private readonly DateTimeOffset? _paused = HourCount.PausedAt(reckoning, due);

    internal DateOnly StartDay { get; } = calendar.DayOf(reckoning.StartAt);

    private DateTimeOffset End => _paused ?? due.At;

    internal DayTreatment Treatment(DateOnly day)
    {
        if (day == StartDay)
            return DayTreatment.Start;
        var end = calendar.DayOf(End);
        if (_forward ? day > end : day < end)
            return _paused is null ? DayTreatment.AfterPeriod : DayTreatment.Excluded;
        return day == end || RunBy(day) > RunBy(day.AddDays(_forward ? -1 : 1)) ? DayTreatment.Counted : DayTreatment.Excluded;
    }

    internal int Counted(DateOnly day, DayTreatment treatment) =>
        treatment is DayTreatment.Start or DayTreatment.Counted ? (int)RunBy(day).TotalHours : 0;

    internal bool Touches(Exclusion exclusion, DateOnly day) =>
        exclusion.FromAt < calendar.EndOf(day)
        && (exclusion.ToAt is { } to ? to > calendar.StartOf(day) && to > exclusion.FromAt : _paused is not null);

    private TimeSpan RunBy(DateOnly day) =>
        _forward
            ? HourCount.Run(_gaps, reckoning.StartAt, Earlier(calendar.EndOf(day), End))
            : HourCount.Run(_gaps, Later(calendar.StartOf(day), End), reckoning.StartAt);

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}

using System.Collections.Immutable;
using Workflow.Engine.Calendars;

namespace Workflow.Engine.Periods;

/// <summary>Says of each day what a limit does with it.</summary>
internal sealed class Explanation(Reckoning reckoning, WorkCalendar calendar, DueDate due)
{
    private readonly bool _forward = reckoning.Direction == Counting.Forward;
    private readonly HourLine? _hours = reckoning.InHours ? new HourLine(reckoning, calendar, due) : null;
    private readonly DateOnly? _paused = reckoning.InHours ? null : DayCount.PausedOn(reckoning, due);

    internal ImmutableArray<DayLine> Lines(DateOnly through)
    {
        var lines = ImmutableArray.CreateBuilder<DayLine>();
        var (start, step) = (_hours?.StartDay ?? reckoning.StartDay, _forward ? 1 : -1);
        var last = !_forward && due.On < through ? due.On : through;
        var counted = 0;
        for (var day = start; !IsPast(day, last); day = day.AddDays(step))
        {
            var grounds = Grounds(day);
            var treatment = _hours?.Treatment(day) ?? Treatment(day, day == start, grounds);
            if (treatment == DayTreatment.Counted)
                counted++;
            var shown = _hours?.Counted(day, treatment) ?? (treatment == DayTreatment.Counted ? counted : 0);
            lines.Add(new DayLine(day, treatment, shown, calendar.Describe(day), grounds));
        }

        return lines.ToImmutable();
    }

    private DayTreatment Treatment(DateOnly day, bool isStart, ImmutableArray<string> grounds)
    {
        if (isStart)
            return DayTreatment.Start;
        if (_paused is null && IsPast(day, due.On))
            return DayTreatment.AfterPeriod;
        if (_paused is null && due.On != due.RawOn && (day == due.On || IsPast(day, due.RawOn)))
            return DayTreatment.Rolled;
        if (reckoning.Period.Unit == PeriodUnit.WorkingDays && !calendar.IsWorkday(day))
            return calendar.Describe(day).Kind == DayKind.Holiday ? DayTreatment.Holiday : DayTreatment.Weekend;
        return grounds.IsEmpty ? DayTreatment.Counted : DayTreatment.Excluded;
    }

    private ImmutableArray<string> Grounds(DateOnly day) =>
        [.. reckoning.Exclusions.Where(e => _hours?.Touches(e, day) ?? Touches(e, day)).Select(e => e.Ground)];

    private bool Touches(Exclusion exclusion, DateOnly day) =>
        day > exclusion.From && (exclusion.To is { } to ? day <= to : _paused is not null);

    private bool IsPast(DateOnly day, DateOnly other) => _forward ? day > other : day < other;
}

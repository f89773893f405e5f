using Workflow.Engine.Periods;

namespace Workflow.Tests.Support.Days;

/// <summary>Draws limits of every kind around the published years.</summary>
internal sealed class RandomLimits(int seed)
{
    private static readonly DateOnly First = new(2012, 6, 1);
    private readonly Random _random = new(seed);

    internal Reckoning Next(bool hours = false)
    {
        var unit = hours ? PeriodUnit.Hours : (PeriodUnit)_random.Next(3);
        var most = unit switch
        {
            PeriodUnit.WorkingDays => 150,
            PeriodUnit.Days => 200,
            PeriodUnit.Months => 9,
            _ => 200,
        };
        var start = First.AddDays(_random.Next(15 * 365));
        var at = new DateTimeOffset(start.Year, start.Month, start.Day, _random.Next(24), 15 * _random.Next(4), 0, TimeSpan.FromHours(8));
        var direction = _random.Next(4) == 0 ? Counting.Backward : Counting.Forward;
        return new Reckoning(
            new Period(1 + _random.Next(_random.Next(2) == 0 ? Math.Min(20, most) : most), unit),
            direction,
            start,
            at,
            [.. Enumerable.Range(0, _random.Next(5)).Select(_ => Pause(at, hours, direction))],
            (RollRule)_random.Next(4)
        )
        {
            LongRest = 3 + _random.Next(6),
        };
    }

    internal int Below(int bound) => _random.Next(bound);

    private Exclusion Pause(DateTimeOffset start, bool hours, Counting direction)
    {
        var sign = direction == Counting.Forward ? 1 : -1;
        var from = hours ? start.AddMinutes(sign * 15 * (_random.Next(800) - 100)) : start.AddDays(sign * (_random.Next(160) - 20));
        var to = hours ? from.AddMinutes(15 * _random.Next(300)) : from.AddDays(_random.Next(40));
        return new Exclusion("pause", Day(from), Day(to), from, to, null);
    }

    private static DateOnly Day(DateTimeOffset at) => new(at.Year, at.Month, at.Day);
}

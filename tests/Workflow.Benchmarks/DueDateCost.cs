using System.Diagnostics;
using Workflow.Engine.Calendars;
using Workflow.Engine.Periods;

namespace Workflow.Benchmarks;

/// <summary>Due dates by prefix sums against a loop over days.</summary>
internal static class DueDateCost
{
    internal static Task Run(bool quick)
    {
        var calendar = Shelf.Calendar;
        foreach (var days in new[] { 5, 20, 60, 250 })
        {
            var sums = Time(
                quick,
                i =>
                    DueDates
                        .Reckon(
                            new Reckoning(new Period(days, PeriodUnit.WorkingDays), Counting.Forward, Start(i), default, [], RollRule.None),
                            calendar
                        )
                        .On.DayNumber
            );
            var loop = Time(quick, i => Loop(calendar, Start(i), days).DayNumber);
            Console.WriteLine(
                $"due dates      {days, 3} working days: {sums, 7:0} ns by sums   {loop, 7:0} ns by a loop   {loop / sums:0.0} times"
            );
        }

        return Task.CompletedTask;
    }

    private static DateOnly Start(int i) => new DateOnly(2024, 1, 1).AddDays(i % 365);

    private static DateOnly Loop(WorkCalendar calendar, DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(1);
            if (calendar.IsWorkday(day))
                days--;
        }

        return day;
    }

    private static double Time(bool quick, Func<int, int> one)
    {
        var count = quick ? 20_000 : 400_000;
        var sum = 0L;
        for (var i = 0; i < count / 4; i++)
            sum += one(i);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
            sum += one(i);
        GC.KeepAlive(sum);
        return watch.Elapsed.TotalNanoseconds / count;
    }
}

using System.Collections.Immutable;
using Workflow.Engine.Calendars;

namespace Workflow.Tests.Support.Days;

/// <summary>The published calendars, and between them notices that change a running year, as in 2015, 2019 and 2020, only far more of them.</summary>
internal static class RandomEditions
{
    private const int NoticesPerYear = 5;
    private const int MostDaysTurned = 8;

    // Kept walks name a seed alone: what it gives must not move when earlier years are published.
    private const int FirstYear = 2013;

    /// <summary>Returns a shelf on which every year published since 2013 is changed several times while it runs.</summary>
    internal static CalendarShelf Changing(Random random)
    {
        var published = Shelf.All;
        var years = published
            .Editions.Where(e => e.Year >= FirstYear)
            .GroupBy(e => e.Year)
            .Select(year => year.MaxBy(e => (e.Published, e.Number))!);
        return published with { Editions = [.. published.Editions, .. years.SelectMany(year => Changes(year, random))] };
    }

    private static IEnumerable<CalendarEdition> Changes(CalendarEdition edition, Random random)
    {
        var days = edition.Days;
        for (var i = 0; i < NoticesPerYear; i++)
        {
            var on = new DateOnly(edition.Year, 1, 1).AddDays(random.Next(365));
            days = Turned(days, on, random);
            yield return edition with
            {
                Number = edition.Number + 1 + i,
                Published = on,
                Notice = $"调休通知{edition.Year}-{i + 1}",
                Days = days,
            };
        }
    }

    // Days off become workdays and workdays days off, before the notice too: some of what has been counted is no longer so.
    private static ImmutableArray<CalendarException> Turned(ImmutableArray<CalendarException> days, DateOnly around, Random random)
    {
        for (var i = random.Next(1, MostDaysTurned); i > 0; i--)
        {
            var day = around.AddDays(random.Next(-20, 40));
            if (day.Year != around.Year)
                continue;
            var works = days.FirstOrDefault(d => d.Date == day)?.Works ?? day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            days = [.. days.Where(d => d.Date != day), new CalendarException(day, !works, "临时调整")];
        }

        return days;
    }
}

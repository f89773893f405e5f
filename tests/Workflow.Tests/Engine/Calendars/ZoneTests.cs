using Workflow.Engine.Calendars;

namespace Workflow.Tests.Engine.Calendars;

public sealed class ZoneTests
{
    [Test]
    public void A_day_in_Shanghai_ends_at_16_00_UTC()
    {
        Assert.That(Shelf.Calendar.StartOf(Shelf.Day("2026-05-05")), Is.EqualTo(Limits.At("2026-05-04T16:00Z")));
        Assert.That(Shelf.Calendar.EndOf(Shelf.Day("2026-05-05")), Is.EqualTo(Limits.At("2026-05-05T16:00Z")));
        Assert.That(Shelf.Calendar.EndOf(Shelf.Day("2026-05-05")).Offset, Is.EqualTo(TimeSpan.Zero));
        Assert.That(Shelf.Calendar.DayOf(Limits.At("2026-05-05T15:59:59Z")), Is.EqualTo(Shelf.Day("2026-05-05")));
    }

    [TestCase("Asia/Beirut", "2024-03-31", "2024-03-30T22:00Z", TestName = "Midnight is skipped in spring")]
    [TestCase("America/Havana", "2024-11-03", "2024-11-03T04:00Z", TestName = "Midnight comes twice in autumn")]
    [TestCase("Pacific/Apia", "2011-12-30", "2011-12-30T10:00Z", TestName = "A whole day is skipped")]
    public void A_day_begins_at_its_first_valid_instant(string zone, string day, string start) =>
        Assert.That(Zone(zone).StartOf(Shelf.Day(day)), Is.EqualTo(Limits.At(start)));

    [TestCase("Asia/Shanghai")]
    [TestCase("Asia/Beirut")]
    [TestCase("America/Havana")]
    public void An_instant_belongs_to_the_day_that_begins_with_it(string zone)
    {
        var calendar = Zone(zone);
        for (var day = Shelf.Day("1985-01-01"); day.Year < 2027; day = day.AddDays(1))
        {
            Assert.That(calendar.DayOf(calendar.StartOf(day)), Is.EqualTo(day));
            Assert.That(calendar.DayOf(calendar.EndOf(day).AddTicks(-1)), Is.EqualTo(day));
        }
    }

    private static WorkCalendar Zone(string zone) => Shelf.All.Resolve(zone, Shelf.Day("2026-08-07"));
}

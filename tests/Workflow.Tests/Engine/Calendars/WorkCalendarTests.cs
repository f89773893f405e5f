using Workflow.Engine.Calendars;

namespace Workflow.Tests.Engine.Calendars;

public sealed class WorkCalendarTests
{
    [TestCase(2007, 249)]
    [TestCase(2008, 251)]
    [TestCase(2024, 251)]
    [TestCase(2025, 248)]
    [TestCase(2026, 248)]
    public void A_year_has_its_published_number_of_workdays(int year, int workdays) =>
        Assert.That(Shelf.Calendar.CountWorkdays(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)), Is.EqualTo(workdays));

    [TestCase("2015-05-12", "2015-09-03", true, "2015-09-06", false)]
    [TestCase("2015-05-13", "2015-09-03", false, "2015-09-06", true)]
    [TestCase("2019-03-21", "2019-05-02", true, "2019-05-05", false)]
    [TestCase("2019-03-22", "2019-05-02", false, "2019-05-05", true)]
    [TestCase("2020-01-26", "2020-01-31", true, "2020-02-01", true)]
    [TestCase("2020-01-27", "2020-01-31", false, "2020-02-01", false)]
    public void A_notice_in_the_middle_of_a_year_holds_from_its_publication(
        string knownOn,
        string one,
        bool oneWorks,
        string other,
        bool otherWorks
    )
    {
        var calendar = Shelf.KnownOn(knownOn);
        Assert.That(calendar.IsWorkday(Shelf.Day(one)), Is.EqualTo(oneWorks));
        Assert.That(calendar.IsWorkday(Shelf.Day(other)), Is.EqualTo(otherWorks));
    }

    [TestCase("2024-03-08")]
    [TestCase("2026-06-01")]
    public void A_half_day_holiday_of_some_citizens_is_a_workday(string day) =>
        Assert.That(Shelf.Calendar.IsWorkday(Shelf.Day(day)), Is.True);

    [Test]
    public void The_last_days_of_a_December_may_come_with_the_next_years_notice()
    {
        Assert.That(Shelf.KnownOn("2018-12-05").IsWorkday(Shelf.Day("2018-12-31")), Is.True);
        Assert.That(
            Shelf.KnownOn("2018-12-06").Describe(Shelf.Day("2018-12-31")),
            Is.EqualTo(new CalendarDay(new DateOnly(2018, 12, 31), DayKind.Holiday, "元旦", "国办发明电〔2018〕15号", true))
        );
    }

    [Test]
    public void Coverage_ends_with_the_last_year_published()
    {
        Assert.That(Shelf.KnownOn("2025-11-03").Through, Is.EqualTo(Shelf.Day("2025-12-31")));
        Assert.That(Shelf.KnownOn("2025-11-04").Through, Is.EqualTo(Shelf.Day("2026-12-31")));
        Assert.That(Shelf.Calendar.From, Is.EqualTo(Shelf.Day("2007-01-01")));
        Assert.That(Shelf.Calendar.Through, Is.EqualTo(Shelf.Day("2026-12-31")));
        Assert.That(
            Shelf.Calendar.Describe(Shelf.Day("2027-01-01")),
            Is.EqualTo(
                new CalendarDay(new DateOnly(2027, 1, 1), DayKind.Holiday, "元旦", "全国年节及纪念日放假办法（国务院令第795号）", false)
            )
        );
    }

    [Test]
    public void Before_anything_is_published_Monday_to_Friday_count()
    {
        var calendar = Shelf.KnownOn("2006-12-13");
        Assert.That(calendar.Through, Is.LessThan(calendar.From));
        Assert.That(calendar.AddWorkdays(Shelf.Day("2006-12-08"), 1), Is.EqualTo(Shelf.Day("2006-12-11")));
        Assert.That(WorkCalendar.Parse(calendar.Canonical), Is.EqualTo(calendar));
    }

    [Test]
    public void A_missing_year_cuts_off_the_years_before_it()
    {
        var gap = Shelf.All with { Editions = [.. Shelf.All.Editions.Where(e => e.Year != 2020)] };
        Assert.That(gap.Resolve("Asia/Shanghai", Shelf.Day("2026-08-07")).From, Is.EqualTo(Shelf.Day("2021-01-01")));
    }

    [TestCase("2026-08-07", null)]
    [TestCase("2019-01-01", "2019-03-22")]
    [TestCase("2019-03-22", "2019-11-21")]
    public void The_shelf_tells_when_a_calendar_is_superseded(string after, string? next) =>
        Assert.That(Shelf.All.NextPublication(Shelf.Day(after))?.ToString("O"), Is.EqualTo(next));

    [Test]
    public void The_stored_text_restores_the_same_calendar()
    {
        var calendar = Shelf.KnownOn("2026-08-07", "sample-region");
        var restored = WorkCalendar.Parse(calendar.Canonical);
        Assert.That(restored, Is.EqualTo(calendar));
        Assert.That(restored.Canonical, Is.EqualTo(calendar.Canonical));
        Assert.That(restored.Describe(Shelf.Day("2026-02-28")), Is.EqualTo(calendar.Describe(Shelf.Day("2026-02-28"))));
        Assert.That(calendar.Digest, Does.Match("^[0-9a-f]{64}$").And.Not.EqualTo(Shelf.Calendar.Digest));
    }

    // What the notices of 2008 to 2026 arranged, held against what the regulation alone gives: each of its days was off.
    [Test]
    public void Every_statutory_holiday_of_the_published_years_was_a_day_off()
    {
        var days = Shelf.All.Statutory.SelectMany(s => s.Days.Where(d => Holds(s, d.Date)).Select(d => d.Date)).ToList();
        Assert.That(days.Where(d => !Shelf.Calendar.Covers(d)), Is.Empty);
        Assert.That(days.Where(Shelf.Calendar.IsWorkday), Is.Empty);
        Assert.That(days.GroupBy(d => d.Year).Select(y => $"{y.Key} {y.Count()}").Distinct().Count(), Is.EqualTo(19));
    }

    [Test]
    public void The_last_notice_knows_of_the_statutory_holidays_of_the_years_to_come() =>
        Assert.That(
            Shelf.Calendar.Beyond.Single().Days.Where(d => d.Date.Year == 2027).Select(d => $"{d.Date:MM-dd} {d.Name}"),
            Is.EqualTo(
                new[]
                {
                    "01-01 元旦",
                    "02-05 春节",
                    "02-06 春节",
                    "02-07 春节",
                    "02-08 春节",
                    "04-05 清明节",
                    "05-01 劳动节",
                    "05-02 劳动节",
                    "06-09 端午节",
                    "09-15 中秋节",
                    "10-01 国庆节",
                    "10-02 国庆节",
                    "10-03 国庆节",
                }
            )
        );

    [TestCase("2013-12-10", "2014-01-30", false, TestName = "The_eve_was_a_holiday_by_the_regulation_of_2008")]
    [TestCase("2013-12-11", "2015-02-18", true, TestName = "The_eve_was_no_holiday_by_the_regulation_of_2014")]
    [TestCase("2024-11-11", "2025-01-28", true)]
    [TestCase("2024-11-12", "2026-02-16", false)]
    public void An_edition_of_the_regulation_is_known_with_the_notice_that_follows_it(string knownOn, string eve, bool works) =>
        Assert.That(Shelf.KnownOn(knownOn).IsWorkday(Shelf.Day(eve)), Is.EqualTo(works));

    [TestCase("2026-12-23", true)]
    [TestCase("2026-12-24", false)]
    [TestCase("2027-01-01", false)]
    public void The_last_days_of_the_last_December_are_not_settled(string day, bool settled) =>
        Assert.That(Shelf.Calendar.IsSettled(Shelf.Day(day)), Is.EqualTo(settled));

    [Test]
    public void A_calendar_without_the_regulation_knows_no_day_off_beyond_its_coverage_but_weekends()
    {
        var bare = WorkCalendar.Parse((Shelf.All with { Statutory = [] }).Resolve("Asia/Shanghai", Shelf.Day("2026-08-07")).Canonical);
        Assert.That(bare.AddWorkdays(Shelf.Day("2026-12-31"), 1), Is.EqualTo(Shelf.Day("2027-01-01")));
        Assert.That(Shelf.Calendar.AddWorkdays(Shelf.Day("2026-12-31"), 1), Is.EqualTo(Shelf.Day("2027-01-04")));
        Assert.That((bare.Settled, Shelf.Calendar.Settled), Is.EqualTo((Shelf.Day("2026-12-31"), Shelf.Day("2026-12-23"))));
    }

    private static bool Holds(StatutoryEdition edition, DateOnly day) =>
        day.Year is >= 2008 and <= 2026 && Shelf.All.Statutory.Where(s => s.From <= day).MaxBy(s => s.From) == edition;

    [TestCase("")]
    [TestCase("zone\tAsia/Shanghai\n")]
    [TestCase("workflow-calendar\t1\nzone\tAsia/Shanghai\nday\t2026-01-01\tnever\tx\n")]
    public void A_text_that_was_not_stored_is_refused(string text) =>
        Assert.That(() => WorkCalendar.Parse(text), Throws.InstanceOf<FormatException>());

    [Test]
    public void A_regional_layer_wins_over_the_nation()
    {
        var calendar = Shelf.KnownOn("2026-08-07", "sample-region");
        Assert.That(calendar.Describe(Shelf.Day("2026-04-20")).Kind, Is.EqualTo(DayKind.Holiday));
        Assert.That(calendar.Describe(Shelf.Day("2026-04-25")).Notice, Is.EqualTo("示例地区（非官方）"));
        Assert.That(calendar.AddWorkdays(Shelf.Day("2026-04-17"), 1), Is.EqualTo(Shelf.Day("2026-04-22")));
    }

    [Test]
    public void An_unknown_layer_or_zone_is_refused()
    {
        Assert.That(() => Shelf.KnownOn("2026-08-07", "atlantis"), Throws.ArgumentException);
        Assert.That(() => Shelf.All.Resolve("Sea/Atlantis", Shelf.Day("2026-08-07")), Throws.ArgumentException);
    }

    [Test]
    public void Counting_and_adding_agree_on_every_day_of_every_year()
    {
        var (calendar, count) = (Shelf.Calendar, 0);
        var start = Shelf.Day("2011-12-30");
        for (var day = start.AddDays(1); day.Year < 2029; day = day.AddDays(1))
        {
            if (calendar.Describe(day).IsWorkday)
                count++;
            Assert.That(calendar.CountWorkdays(start, day), Is.EqualTo(count));
            if (!calendar.IsWorkday(day))
                continue;
            Assert.That(calendar.AddWorkdays(start, count), Is.EqualTo(day));
            Assert.That(calendar.NextWorkday(day), Is.EqualTo(day));
            Assert.That(calendar.PreviousWorkday(day), Is.EqualTo(day));
        }
    }
}

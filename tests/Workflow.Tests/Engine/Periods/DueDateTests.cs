using Workflow.Engine.Periods;

namespace Workflow.Tests.Engine.Periods;

public sealed class DueDateTests
{
    [Test]
    public void A_day_limit_ends_at_the_end_of_its_last_day()
    {
        var due = DueDates.Reckon(Limits.Of("2025-09-24", "20 working days"), Shelf.Calendar);
        Assert.That(
            due,
            Is.EqualTo(new DueDate(new DateOnly(2025, 10, 28), Limits.At("2025-10-28T16:00Z"), new DateOnly(2025, 10, 28), false))
        );
    }

    [Test]
    public void Hours_run_through_nights_and_holidays() =>
        Assert.That(
            DueDates.Reckon(Limits.Of("2025-09-30T22:30+08:00", "24 hours", RollRule.NextWorkingDay), Shelf.Calendar).At,
            Is.EqualTo(Limits.At("2025-10-01T14:30Z"))
        );

    [Test]
    public void Hours_pause_by_instants() =>
        Assert.That(
            DueDates
                .Reckon(
                    Limits.Of("2025-09-30T22:30+08:00", "24 hours", RollRule.None, "2025-10-01T00:00+08:00..2025-10-01T00:20+08:00"),
                    Shelf.Calendar
                )
                .At,
            Is.EqualTo(Limits.At("2025-10-01T14:50Z"))
        );

    [Test]
    public void A_pause_that_begins_on_the_last_day_is_too_late()
    {
        Assert.That(Limits.On("2025-09-01", "5 days", RollRule.None, "2025-09-06..2025-09-20"), Is.EqualTo("2025-09-06"));
        Assert.That(Limits.On("2025-09-01", "5 days", RollRule.None, "2025-09-05..2025-09-20"), Is.EqualTo("2025-09-21"));
    }

    [Test]
    public void A_pause_on_the_raw_last_day_is_too_late_even_when_the_limit_rolls() =>
        Assert.That(Limits.On("2025-09-20", "15 days", RollRule.NextWorkingDay, "2025-10-05..2025-10-20"), Is.EqualTo("2025-10-09"));

    [Test]
    public void A_pause_inside_the_added_part_moves_the_end_again() =>
        Assert.That(
            Limits.On("2025-09-01", "5 days", RollRule.None, "2025-09-03..2025-09-05", "2025-09-07..2025-09-08"),
            Is.EqualTo("2025-09-09")
        );

    [Test]
    public void Overlapping_pauses_count_once() =>
        Assert.That(
            Limits.On("2025-09-01", "5 days", RollRule.None, "2025-09-02..2025-09-04", "2025-09-03..2025-09-05"),
            Is.EqualTo("2025-09-09")
        );

    // 2027-01-01 is a Friday, 10-01 too: what no notice has arranged yet is off by the regulation, and no more than that.
    [TestCase("2026-12-31", "1 working day", RollRule.None, "2027-01-04")]
    [TestCase("2026-12-21", "10 working days", RollRule.None, "2027-01-05")]
    [TestCase("2027-09-30", "1 working day", RollRule.None, "2027-10-04")]
    [TestCase("2026-12-02", "30 days", RollRule.NextWorkingDay, "2027-01-04")]
    [TestCase("2027-02-04", "1 working day", RollRule.None, "2027-02-09")]
    public void Beyond_the_last_notice_the_statutory_holidays_are_off(string from, string limit, RollRule roll, string due) =>
        Assert.That(Limits.On(from, limit, roll), Is.EqualTo(due));

    [Test]
    public void Counted_back_over_the_new_year_nothing_is_late() =>
        Assert.That(Shelf.Calendar.SubtractWorkdays(Shelf.Day("2027-01-05"), 5), Is.EqualTo(Shelf.Day("2026-12-28")));

    // The notice of 2018-12-06 turned 12-31 into a day off: until it was known the day was not final.
    [TestCase("2018-12-05", "2018-12-31", true)]
    [TestCase("2018-12-06", "2018-12-29", false)]
    public void A_day_of_late_December_is_final_with_the_next_years_notice(string knownOn, string on, bool provisional)
    {
        var due = DueDates.Reckon(Limits.Of("2018-12-27", "2 working days", RollRule.None), Shelf.KnownOn(knownOn));
        Assert.That($"{due.On:O} {due.Provisional}", Is.EqualTo($"{on} {provisional}"));
    }

    [Test]
    public void Months_add_one_calendar_day_for_each_excluded_day() =>
        Assert.That(Limits.On("2025-08-31", "1 month", RollRule.None, "2025-09-02..2025-09-04"), Is.EqualTo("2025-10-02"));

    [Test]
    public void An_extension_counts_from_the_original_start_in_any_order()
    {
        var (twenty, ten) = (new Period(20, PeriodUnit.WorkingDays), new Period(10, PeriodUnit.WorkingDays));
        Assert.That(twenty.Plus(ten), Is.EqualTo(ten.Plus(twenty)));
        Assert.That(Limits.On("2025-09-24", twenty.Plus(ten).ToString()), Is.EqualTo("2025-11-11"));
    }

    [TestCase("2026-12-01", "60 working days", RollRule.None, true)]
    [TestCase("2026-12-01", "10 working days", RollRule.None, false)]
    [TestCase("2026-12-01", "60 days", RollRule.None, false)]
    [TestCase("2026-12-01", "60 days", RollRule.NextWorkingDay, true)]
    [TestCase("2026-12-01", "30 days", RollRule.NextWorkingDay, true)]
    [TestCase("2026-11-23", "30 days", RollRule.NextWorkingDay, false)]
    [TestCase("2026-12-22", "1 working day", RollRule.None, false)]
    [TestCase("2026-12-23", "1 working day", RollRule.None, true)]
    [TestCase("2026-11-30", "15 days", RollRule.Tax, false)]
    [TestCase("2026-12-31", "15 days", RollRule.Tax, true)]
    [TestCase("2006-12-20", "20 working days", RollRule.None, true)]
    [TestCase("2008-12-20", "20 working days", RollRule.None, false)]
    [TestCase("2026-12-31T23:00+08:00", "24 hours", RollRule.None, false)]
    public void A_date_is_provisional_when_it_rests_on_days_that_are_not_settled(
        string from,
        string limit,
        RollRule roll,
        bool provisional
    ) => Assert.That(DueDates.Reckon(Limits.Of(from, limit, roll), Shelf.Calendar).Provisional, Is.EqualTo(provisional));

    [TestCase("2025-09-24", 20)]
    [TestCase("2025-10-01", 15)]
    [TestCase("2025-10-27", 1)]
    [TestCase("2025-10-28", 0)]
    [TestCase("2025-10-29", -1)]
    public void Days_left_are_those_still_to_count(string asOf, int left) =>
        Assert.That(Limits.Of("2025-09-24", "20 working days").Left(asOf), Is.EqualTo(left));

    [Test]
    public void An_open_pause_keeps_the_days_left_of_the_day_it_began()
    {
        var paused = Limits.Of("2025-09-24", "20 working days", RollRule.None, "2025-09-26..");
        Assert.That(paused.IsPaused, Is.True);
        Assert.That(paused.Left("2025-09-25"), Is.EqualTo(19));
        Assert.That(paused.Left("2025-12-31"), Is.EqualTo(18));
        Assert.That(DueDates.Reckon(paused, Shelf.Calendar).On, Is.EqualTo(Shelf.Day("2025-10-28")));
    }

    [Test]
    public void An_open_pause_that_came_too_late_stops_nothing() =>
        Assert.That(Limits.Of("2025-09-24", "20 working days", RollRule.None, "2025-10-28..").Left("2025-10-29"), Is.EqualTo(-1));

    [TestCase("2025-09-29", 47)]
    [TestCase("2025-09-30", 23)]
    [TestCase("2025-10-01", -2)]
    public void Hours_left_are_counted_from_the_end_of_the_day(string asOf, int left) =>
        Assert.That(Limits.Of("2025-09-30T22:30+08:00", "24 hours").Left(asOf), Is.EqualTo(left));

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(100_001)]
    public void An_amount_out_of_bounds_is_refused(int amount)
    {
        var limit = Limits.Of("2025-09-24", "1 day") with { Period = new Period(amount, PeriodUnit.Days) };
        Assert.That(() => DueDates.Reckon(limit, Shelf.Calendar), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [TestCase("2025-09-24", "100000 months")]
    [TestCase("9990-12-01", "31 days")]
    [TestCase("9990-12-01", "100000 hours")]
    [TestCase("9990-12-01", "31 working days")]
    [TestCase("1900-01-05", "9 days before")]
    [TestCase("1900-01-05", "9 working days before")]
    [TestCase("1900-01-05", "999 hours before")]
    [TestCase("1900-01-05", "100000 months before")]
    [TestCase("1899-12-31", "9 days")]
    public void A_day_out_of_bounds_is_refused(string from, string limit) =>
        Assert.That(() => DueDates.Reckon(Limits.Of(from, limit), Shelf.Calendar), Throws.InstanceOf<ArgumentOutOfRangeException>());
}

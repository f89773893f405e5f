using Workflow.Engine.Calendars;
using Workflow.Engine.Periods;

namespace Workflow.Tests.Engine.Periods;

public sealed class ExplanationTests
{
    [Test]
    public void Every_day_of_a_working_day_limit_is_accounted_for()
    {
        var limit = Limits.Of("2025-09-25", "3 working days", RollRule.None, "2025-09-28..2025-10-09");
        Assert.That(
            Words(limit, "2025-10-12"),
            Is.EqualTo(
                "09-25 Start 0, 09-26 Counted 1, 09-27 Weekend 0, 09-28 Counted 2, 09-29 Excluded 0, 09-30 Excluded 0, 10-01 Holiday 0, 10-02 Holiday 0, "
                    + "10-03 Holiday 0, 10-04 Holiday 0, 10-05 Holiday 0, 10-06 Holiday 0, 10-07 Holiday 0, 10-08 Holiday 0, 10-09 Excluded 0, "
                    + "10-10 Counted 3, 10-11 AfterPeriod 0, 10-12 AfterPeriod 0"
            )
        );
    }

    [Test]
    public void A_make_up_workday_is_counted_and_named()
    {
        var line = Limits.Of("2025-09-26", "5 working days").Explained("2025-09-28")[^1];
        Assert.That((line.Treatment, line.Counted, line.Calendar.Kind), Is.EqualTo((DayTreatment.Counted, 1, DayKind.MakeUpWorkday)));
        Assert.That(line.Calendar.Notice, Is.EqualTo("国办发明电〔2024〕12号"));
    }

    [Test]
    public void Days_gained_by_the_roll_rule_are_shown() =>
        Assert.That(
            Words(Limits.Of("2025-09-30", "6 days", RollRule.NextWorkingDay), "2025-10-10"),
            Is.EqualTo(
                "09-30 Start 0, 10-01 Counted 1, 10-02 Counted 2, 10-03 Counted 3, 10-04 Counted 4, 10-05 Counted 5, 10-06 Counted 6, "
                    + "10-07 Rolled 0, 10-08 Rolled 0, 10-09 Rolled 0, 10-10 AfterPeriod 0"
            )
        );

    [Test]
    public void A_limit_counted_backwards_is_told_backwards() =>
        Assert.That(
            Words(Limits.Of("2026-06-02", "2 days before", RollRule.PreviousWorkingDay), "2026-06-30"),
            Is.EqualTo("06-02 Start 0, 06-01 Counted 1, 05-31 Counted 2, 05-30 Rolled 0, 05-29 Rolled 0")
        );

    [Test]
    public void An_open_pause_excludes_every_day_after_it_began() =>
        Assert.That(
            Words(Limits.Of("2025-09-22", "5 working days", RollRule.None, "2025-09-24.."), "2025-09-28"),
            Is.EqualTo(
                "09-22 Start 0, 09-23 Counted 1, 09-24 Counted 2, 09-25 Excluded 0, 09-26 Excluded 0, 09-27 Weekend 0, 09-28 Excluded 0"
            )
        );

    [Test]
    public void Hours_are_shown_as_run_by_the_end_of_each_day() =>
        Assert.That(
            Words(
                Limits.Of("2025-09-30T22:30+08:00", "24 hours", RollRule.None, "2025-10-01T00:00+08:00..2025-10-02T06:00+08:00"),
                "2025-10-04"
            ),
            Is.EqualTo("09-30 Start 1, 10-01 Excluded 0, 10-02 Counted 19, 10-03 Counted 24, 10-04 AfterPeriod 0")
        );

    [Test]
    public void An_excluded_day_names_its_grounds() =>
        Assert.That(
            Limits
                .Of("2025-09-22", "5 days", RollRule.None, "2025-09-22..2025-09-24", "2025-09-23..2025-09-25")
                .Explained("2025-09-24")[^1]
                .Grounds,
            Is.EqualTo(new[] { "2025-09-22..2025-09-24", "2025-09-23..2025-09-25" })
        );

    private static string Words(Reckoning limit, string through) =>
        string.Join(", ", limit.Explained(through).Select(l => $"{l.Date:MM-dd} {l.Treatment} {l.Counted}"));
}

using Workflow.Definitions.Reading.Laws;
using Workflow.Engine.Periods;

namespace Workflow.Tests.Engine.Periods;

/// <summary>Monthly filing, the 1st to the 15th, under 税收征收管理法实施细则 Art 109.</summary>
public sealed class TaxDeadlineTests
{
    [TestCase(2024, "01-15 02-23 03-15 04-18 05-22 06-19 07-15 08-15 09-18 10-24 11-15 12-16")]
    [TestCase(2025, "01-15 02-20 03-17 04-18 05-22 06-16 07-15 08-15 09-15 10-27 11-17 12-15")]
    [TestCase(2026, "01-20 02-24 03-16 04-20 05-22 06-15 07-15 08-17 09-15 10-26 11-16 12-15")]
    public void Every_month_ends_on_the_filing_day(int year, string days)
    {
        var filing = Enumerable
            .Range(1, 12)
            .Select(month => new DateOnly(year, month, 1).AddDays(-1))
            .Select(start => Limits.On($"{start:O}", "15 days", RollRule.Tax)[5..]);
        Assert.That(string.Join(' ', filing), Is.EqualTo(days));
    }

    [Test]
    public void The_law_says_which_rest_prolongs_as_these_tests_take_it() =>
        Assert.That(ShippedLaws.Book.LongRestOn(new DateOnly(2024, 1, 1))!.Days, Is.EqualTo(Limits.Of("2024-01-01", "1 day").LongRest));

    [Test]
    public void A_run_that_only_touches_the_period_is_cut_to_the_part_inside() =>
        Assert.That(Limits.On("2025-09-30", "2 days", RollRule.Tax), Is.EqualTo("2025-10-09"));
}

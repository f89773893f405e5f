using Workflow.Definitions.Wording;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;

namespace Workflow.Tests.Engine.Expressions;

public sealed class PeriodTextTests
{
    [TestCase("20 working days", 20, PeriodUnit.WorkingDays)]
    [TestCase("1 working day", 1, PeriodUnit.WorkingDays)]
    [TestCase("5 days", 5, PeriodUnit.Days)]
    [TestCase("3 months", 3, PeriodUnit.Months)]
    [TestCase("24 hours", 24, PeriodUnit.Hours)]
    [TestCase("100000 days", 100_000, PeriodUnit.Days)]
    public void A_period_reads_as_it_is_written(string text, int amount, PeriodUnit unit)
    {
        Assert.That(PeriodText.TryParse(text, out var period, out _), Is.True);
        Assert.That(period, Is.EqualTo(new Period(amount, unit)));
        Assert.That(period!.ToString(), Is.EqualTo(text));
    }

    [TestCase("20个工作日", 20, PeriodUnit.WorkingDays)]
    [TestCase("２０ 个工作日", 20, PeriodUnit.WorkingDays)]
    [TestCase("20工作日", 20, PeriodUnit.WorkingDays)]
    [TestCase("60日", 60, PeriodUnit.Days)]
    [TestCase("60天", 60, PeriodUnit.Days)]
    [TestCase(" 3个月", 3, PeriodUnit.Months)]
    [TestCase("24小时", 24, PeriodUnit.Hours)]
    [TestCase("２０ working days", 20, PeriodUnit.WorkingDays)]
    [TestCase("三个月", 3, PeriodUnit.Months)]
    [TestCase("两个月", 2, PeriodUnit.Months)]
    [TestCase("十五个工作日", 15, PeriodUnit.WorkingDays)]
    [TestCase("二十日", 20, PeriodUnit.Days)]
    [TestCase("一百二十 日", 120, PeriodUnit.Days)]
    [TestCase("二十四小时", 24, PeriodUnit.Hours)]
    public void So_it_does_in_Chinese_and_with_full_width_digits(string text, int amount, PeriodUnit unit)
    {
        Assert.That(PeriodText.TryParse(text, out var period, out _), Is.True);
        Assert.That(period, Is.EqualTo(new Period(amount, unit)));
    }

    [TestCase("20", "Expected a period like '20 working days', '60 days', '3 months' or '24 hours', but found '20'.")]
    [TestCase("", "Expected a period like '20 working days', '60 days', '3 months' or '24 hours', but found ''.")]
    [TestCase("20 weeks", "Expected a period like '20 working days', '60 days', '3 months' or '24 hours', but found '20 weeks'.")]
    [TestCase("0 days", "Expected a whole number from 1 to 100000, but found '0'.")]
    [TestCase("-1 days", "Expected a whole number from 1 to 100000, but found '-1'.")]
    [TestCase("100001 days", "Expected a whole number from 1 to 100000, but found '100001'.")]
    [TestCase("1.5 days", "Expected a whole number from 1 to 100000, but found '1.5'.")]
    public void Anything_else_is_told_what_was_expected(string text, string sentence)
    {
        Assert.That(PeriodText.TryParse(text, out _, out var fault), Is.False);
        Assert.That(fault!.English.Sentence, Is.EqualTo(sentence));
    }

    [TestCase("三五个工作日", "应为 1 至 100000 的整数，现为“三五”。")]
    [TestCase("一百五日", "应为 1 至 100000 的整数，现为“一百五”。")]
    [TestCase("零日", "应为 1 至 100000 的整数，现为“零”。")]
    [TestCase("20 weeks", "应为“20个工作日”“60日”“3个月”“24小时”这样的期间（也可写作“20 working days”），现为“20 weeks”。")]
    [TestCase("0 days", "应为 1 至 100000 的整数，现为“0”。")]
    public void In_Chinese_too(string text, string sentence)
    {
        Assert.That(PeriodText.TryParse(text, out _, out var fault), Is.False);
        Assert.That(fault!.Chinese.Sentence, Is.EqualTo(sentence));
    }

    [Test]
    public void Different_units_are_never_added() =>
        Assert.That(
            () => new Period(1, PeriodUnit.Days).Plus(new Period(2, PeriodUnit.Hours)),
            Throws.ArgumentException.With.Message.StartsWith("Expected days to add to 1 day, but found 2 hours.")
        );
}

using Workflow.Engine.Expressions;

namespace Workflow.Tests.Engine.Expressions;

public sealed class WrittenDayTests
{
    [TestCase("2026-03-02")]
    [TestCase("2026-3-2")]
    [TestCase("2026/3/2")]
    [TestCase("2026/3/2 0:00")]
    [TestCase("2026-03-02 0:00:00")]
    [TestCase("2026/03/02")]
    [TestCase("2026.3.2")]
    [TestCase("2026.03.02")]
    [TestCase("2026年3月2日")]
    [TestCase("２０２６年３月２日")]
    [TestCase("２０２６－０３－０２")]
    [TestCase("２０２６．３．２")]
    [TestCase("二〇二六年三月二日")]
    [TestCase("二零二六年三月二日")]
    public void A_day_reads_as_people_write_it(string text) => Assert.That(WrittenDay.Read(text), Is.EqualTo(new DateOnly(2026, 3, 2)));

    [TestCase("二〇二六年十二月三十一日", "2026-12-31")]
    [TestCase("二〇二四年二月二十九日", "2024-02-29")]
    public void A_day_in_Chinese_is_any_of_the_year(string text, string day) => Assert.That($"{WrittenDay.Read(text):O}", Is.EqualTo(day));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("3/2/2026")]
    [TestCase("2 March 2026")]
    [TestCase("2026.13.1")]
    [TestCase("2026-02-30")]
    [TestCase("二〇二六年二月三十日")]
    [TestCase("二〇二六年十三月一日")]
    [TestCase("二千零二十六年三月二日")]
    [TestCase("二〇二六年三月")]
    [TestCase("二六年三月二日")]
    public void Anything_else_is_none(string? text) => Assert.That(WrittenDay.Read(text), Is.Null);

    [Test]
    public void Every_number_of_Chinese_is_read_as_it_is_written()
    {
        (string Text, int? Number)[] read =
        [
            ("一", 1),
            ("十", 10),
            ("一十", 10),
            ("十一", 11),
            ("一十九", 19),
            ("二十", 20),
            ("九十九", 99),
            ("一百", 100),
            ("一百零五", 105),
            ("一百一十", 110),
            ("一百一十五", 115),
            ("一千零一", 1001),
            ("一千零一十五", 1015),
            ("两千三百零四", 2304),
            ("九千九百九十九", 9999),
            ("", null),
            ("零", null),
            ("百", null),
            ("十十", null),
            ("一百五", null),
            ("一百十五", null),
            ("一万", null),
        ];
        Assert.That(read.Select(r => (r.Text, ChineseNumeral.Read(r.Text))), Is.EqualTo(read));
    }
}
